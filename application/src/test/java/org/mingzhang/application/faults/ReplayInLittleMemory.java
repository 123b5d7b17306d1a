package org.mingzhang.application.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.rebuild.Comparison;
import org.mingzhang.query.rebuild.FactRebuild;

/** F13: a log that is far larger than the memory is replayed, with the digest of what was followed in small batches. */
final class ReplayInLittleMemory implements Fault {
    @Override
    public String name() {
        return "F13";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        int events = size.of(40_000, 10_000_000);
        String memory = size.of(64, 512) + "m";
        String url = database.empty();
        int generation = KilledRebuild.followed(database, url, events);
        String said = replayed(database, url, memory);
        try (OpenDatabase open = database.open(url);
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            Optional<Comparison> equal = new FactRebuild(open.dataSource(), log, Clock.systemUTC()).provedEqual();
            boolean proved = equal.filter(found -> found.generation() == generation && found.position() == events)
                    .isPresent();
            return new Finding(
                    events + " events in -Xmx" + memory,
                    equal.map(found -> found.rows() + " rows, digest " + found.digest())
                            .orElse(""),
                    proved ? List.of() : List.of("it did not end, or was not equal: " + said));
        }
    }

    private static String replayed(TestDatabase database, String url, String memory)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + memory,
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RebuildingNode.class.getName(),
                        database.name(),
                        url)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit + " " + said.substring(Math.max(0, said.length() - 2_000));
    }
}
