package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.BundleEvents;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.ledger.verify.VerifyLedger;

class CheckpointKeeperTest {
    private static final String STREAM = "411200-103-2025";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_bundle_of_the_log_holds_and_begins_with_every_checkpoint_that_was_kept(TestDatabase kind)
            throws IOException {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 3));
            Path older = Files.writeString(folder.resolve("older.txt"), keeper.cut());
            log.append(Histories.append(STREAM, 2, "b", 5_000));

            assertThat(verify(bundle(keeper, open), older)).startsWith("0 Everything holds: 5003 events");
            assertThat(keeper.against(Files.readString(older))).isEmpty();
            assertThat(keeper.latest()).isPresent();
        }
    }

    /** As somebody with every right on the database would; the triggers have to go first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event_log set payload = metadata where position = 5",
                "update event_log set actor = 'somebody else' where position = 5",
                "update event_log set recorded_at = recorded_at + interval '1' second where position = 5",
                "delete from event_log where position = 5",
                "update event_log set position = 1000 where position = 5",
            })
    void what_somebody_did_to_the_database_is_found_at_its_position(String change) throws Exception {
        for (TestDatabase kind : TestDatabase.values()) {
            try (OpenDatabase open = kind.open();
                    JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
                CheckpointKeeper keeper = keeper(open, log);
                log.append(Histories.append(STREAM, -1, "a", 10));
                keeper.cut();
                execute(open, disabled(kind));
                execute(open, change);

                assertThat(verify(bundle(keeper, open))).startsWith("1 ").contains("position 5");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_log_that_was_written_anew_is_told_at_the_next_start(TestDatabase kind) throws Exception {
        String kept;
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(Histories.append(STREAM, -1, "a", 10));
            kept = keeper(open, log).cut();
        }
        try (OpenDatabase other = kind.open();
                JdbcEventLog log = new JdbcEventLog(other.dataSource(), new EventCodec());
                CheckpointKeeper keeper = keeper(other, log)) {
            log.append(Histories.append(STREAM, -1, "a", 10, "another past"));
            keeper.start();

            assertThat(keeper.broken()).get().asString().contains("up to position 10");
            assertThat(keeper.against(kept)).isPresent();
            Path older = Files.writeString(folder.resolve("older.txt"), kept);
            assertThat(verify(bundle(keeper, other), older)).startsWith("1 ").contains("the past was rewritten");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_checkpoint_is_cut_on_the_interval_and_the_key_is_nobody_elses(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                CheckpointKeeper keeper = new CheckpointKeeper(
                        open.dataSource(),
                        log,
                        new LogTree(open.dataSource()),
                        folder,
                        "city.example",
                        Duration.ofMillis(50))) {
            keeper.start();
            assertThat(keeper.verifier().name()).isEqualTo("city.example");
            log.append(Histories.append(STREAM, -1, "a", 4));

            await(() -> keeper.latest().filter(note -> note.contains("\n4\n")).isPresent());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                    .isEqualTo("rw-------");
            assertThat(keeper.against("garbage")).isPresent();
        }
    }

    private CheckpointKeeper keeper(OpenDatabase open, JdbcEventLog log) {
        return new CheckpointKeeper(
                        open.dataSource(), log, new LogTree(open.dataSource()), folder, "", Duration.ofHours(1))
                .open();
    }

    private Path bundle(CheckpointKeeper keeper, OpenDatabase open) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new BundleExport(keeper, new BundleEvents(open.dataSource()), new LogTree(open.dataSource())).write(bytes);
        return Files.write(Files.createTempFile(folder, "bundle", ".zip"), bytes.toByteArray());
    }

    /** The exit status and what was said. */
    private static String verify(Path bundle, Path... older) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> arguments =
                older.length == 0 ? List.of(bundle.toString()) : List.of(bundle.toString(), older[0].toString());
        return VerifyLedger.run(arguments, out, out) + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static String disabled(TestDatabase kind) {
        return kind == TestDatabase.H2
                ? "drop trigger event_log_append_only"
                : "alter table event_log disable trigger all";
    }

    private static void execute(OpenDatabase open, String sql) throws SQLException {
        try (Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
