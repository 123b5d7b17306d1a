package org.mingzhang.query.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.RandomHistory;

/** The controls over the database of an installation, which is only read. */
class InstalledControlsTest {
    private static final int EVENTS = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_log_of_an_installation_is_hashed_anew_compared_and_proved(TestDatabase database) throws IOException {
        String url = installed(database);
        List<Path> before = files();
        String said = proved(database, url);
        assertThat(said)
                .startsWith("1 Everything holds: 60 events hashed anew, 1 checkpoints kept in ")
                .contains("核对至位置 60", "[ ok ] ", "[FAIL] ");
        assertThat(proved(database, url, "--english")).contains("[ ok ] ");
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_log_that_was_changed_proves_nothing(TestDatabase database) throws IOException {
        String url = installed(database);
        change(database, url);
        assertThat(proved(database, url)).startsWith("3 It does not hold: position 9 was changed");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_log_that_is_shorter_than_its_checkpoints_proves_nothing(TestDatabase database) throws IOException {
        String url = installed(database);
        Path year;
        try (Stream<Path> years = Files.list(folder.resolve("ledger/checkpoints"))) {
            year = years.findFirst().orElseThrow();
        }
        Files.writeString(year.resolve("000000000061.txt"), "later");
        assertThat(proved(database, url))
                .startsWith("3 It does not hold: a checkpoint counts 61 events, the log has 60");
    }

    @Test
    void a_running_program_keeps_its_embedded_database_for_itself_and_that_is_said() {
        String url = TestDatabase.H2.empty();
        try (OpenDatabase open = TestDatabase.H2.open(url)) {
            assertThat(open.dataSource()).isNotNull();
            assertThat(proved(TestDatabase.H2, url))
                    .startsWith("3 The controls could not be proved: the program is running on its embedded database");
        }
    }

    @Test
    void where_there_is_no_installation_nothing_is_made() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(run(Map.of(), "--data", nowhere.toString()))
                .startsWith("2 there is no installation in " + nowhere)
                .contains("usage: controls [BUNDLE ")
                .doesNotContain("verify-ledger");
        assertThat(nowhere).doesNotExist();
        assertThat(run(Map.of("SPRING_PROFILES_ACTIVE", "postgres"))).startsWith("2 the profile postgres is set");
        assertThat(run(Map.of(
                        "SPRING_PROFILES_ACTIVE", "postgres",
                        "MINGZHANG_DB_URL", "jdbc:postgresql://127.0.0.1:1/none",
                        "MINGZHANG_DB_USER", "nobody")))
                .startsWith("3 The controls could not be proved: the database cannot be read");
        assertThat(run(Map.of(), "bundle.zip", "--data", "data")).startsWith("2 usage: controls");
        assertThat(run(Map.of(), "--key", "key.txt")).startsWith("2 usage: controls");
        assertThat(run(Map.of(), "nothing.zip")).startsWith("2 ").doesNotContain("verify-ledger");
    }

    /** A history with a checkpoint of it; nobody is connected any more. */
    private String installed(TestDatabase database) {
        String url = database.empty();
        try (OpenDatabase open = database.open(url);
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                CheckpointKeeper keeper = new CheckpointKeeper(
                        open.dataSource(), log, log.tree(), folder.resolve("ledger"), "", Duration.ofMinutes(10))) {
            RandomHistory.of(5, EVENTS).forEach(event -> RandomHistory.record(log, event));
            keeper.open().cut();
        }
        return url;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private static void change(TestDatabase database, String url) {
        try (OpenDatabase open = database.open(url);
                Connection connection = open.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    database == TestDatabase.H2
                            ? "drop trigger if exists event_log_append_only"
                            : "alter table event_log disable trigger all");
            statement.execute("update event_log set actor = 'somebody else' where position = 9");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String proved(TestDatabase database, String url, String... arguments) {
        String ledger = folder.resolve("ledger").toString();
        if (database == TestDatabase.POSTGRESQL) {
            return run(
                    Map.of(
                            "SPRING_PROFILES_ACTIVE", "postgres",
                            "MINGZHANG_DB_URL", url,
                            "MINGZHANG_DB_USER", "postgres",
                            "MINGZHANG_DB_PASSWORD", "postgres",
                            "MINGZHANG_LEDGER", ledger),
                    arguments);
        }
        Path data = Path.of(url.substring(TestDatabase.H2_PREFIX.length(), url.indexOf("/mingzhang;")));
        return run(Map.of("MINGZHANG_DATA", data.toString(), "MINGZHANG_LEDGER", ledger), arguments);
    }

    private String run(Map<String, String> settings, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = ProveControls.run(List.of(arguments), folder.resolve("usual"), settings, out, out);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }
}
