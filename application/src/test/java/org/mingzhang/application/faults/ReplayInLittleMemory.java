package org.mingzhang.application.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.rebuild.Comparison;
import org.mingzhang.query.rebuild.Rebuild;

/**
 * F13: a log that is far larger than the memory is replayed, with the digest of what was followed in small batches. A
 * program that takes all of it into memory at once has to fail there, or the log was not large enough to say anything.
 */
final class ReplayInLittleMemory implements Fault {
    @Override
    public String name() {
        return "F13";
    }

    @Override
    public Finding inject(TestDatabase database, Size size) throws Exception {
        int events = size.of(40_000, 10_000_000);
        String memory = size.of(48, 512) + "m";
        String url = database.empty();
        int generation = KilledRebuild.followed(
                database, url, events, (stream, version, at) -> LogAlone.lines(stream, version, at, 1_000));
        String hoarded = run(memory, HoardingNode.class, database.name(), url);
        String said = run(memory, RebuildingNode.class, database.name(), url);
        try (OpenDatabase open = database.open(url);
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            Optional<Comparison> equal =
                    Rebuild.ofFacts(open.dataSource(), log, Clock.systemUTC()).provedEqual();
            boolean proved = equal.filter(found -> found.generation() == generation && found.position() == events)
                    .isPresent();
            return new Finding(
                    hoarded.startsWith("3 ")
                            ? events + " events in -Xmx" + memory + ", where all of them have no room"
                            : "",
                    equal.map(found -> found.rows() + " rows, digest " + found.digest())
                            .orElse(""),
                    proved ? List.of() : List.of("it did not end, or was not equal: " + said));
        }
    }

    /** The exit status and what was said; 3 when there was no more memory. */
    private static String run(String memory, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit + " " + said.substring(Math.max(0, said.length() - 2_000));
    }
}
