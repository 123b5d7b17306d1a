package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.ledger.store.Histories.STREAM;
import static org.mingzhang.ledger.store.Histories.append;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

class JdbcEventLogTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_appended_is_read_back_in_order(TestDatabase database) {
        try (var open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            Append first = append(STREAM, -1, "a", 3);
            assertThat(log.append(first)).isInstanceOfSatisfying(Appended.Recorded.class, recorded -> {
                assertThat(recorded.receipt().lastPosition()).isEqualTo(3);
                assertThat(recorded.receipt().streamVersion()).isEqualTo(2);
            });
            log.append(append("411200-104-2025", -1, "b", 2));
            assertThat(log.head()).isEqualTo(5);
            assertThat(log.read(0, 100)).extracting(RecordedEvent::position).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(log.read(3, 1)).extracting(RecordedEvent::stream).containsExactly("411200-104-2025");
            assertThat(log.readStream(STREAM, 1))
                    .extracting(RecordedEvent::streamVersion)
                    .containsExactly(1L, 2L);
            assertThat(log.readStream(STREAM, 1, 1))
                    .extracting(RecordedEvent::streamVersion)
                    .containsExactly(1L);
            assertThat(log.readStream(STREAM, 3, 10)).isEmpty();
            assertThat(log.readStream(STREAM, 0).getFirst().envelope())
                    .isEqualTo(first.events().getFirst().envelope());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_stream_that_moved_on_is_a_conflict_and_records_nothing(TestDatabase database) {
        try (var open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(append(STREAM, -1, "a", 1));
            assertThat(log.append(append(STREAM, -1, "b", 1))).isEqualTo(new Appended.Conflict(STREAM, -1, 0));
            assertThat(log.head()).isEqualTo(1);
            assertThat(log.receipt("wang.min", "b")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_key_gets_the_same_answer_and_other_content_is_told_apart(TestDatabase database) {
        try (var open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(append(STREAM, -1, "a", 1, "x"));
            assertThat(log.append(append(STREAM, -1, "a", 1, "x"))).isInstanceOf(Appended.Repeated.class);
            assertThat(log.append(append(STREAM, 0, "a", 1, "y"))).isInstanceOf(Appended.KeyReused.class);
            assertThat(log.head()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_command_that_changes_nothing_still_gets_its_receipt(TestDatabase database) {
        try (var open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(append(STREAM, -1, "a", 2));
            log.append(append(STREAM, 1, "nothing", 0));
            assertThat(log.receipt("wang.min", "nothing")).hasValueSatisfying(receipt -> {
                assertThat(receipt.events()).isZero();
                assertThat(receipt.lastPosition()).isEqualTo(2);
                assertThat(receipt.streamVersion()).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void racing_writers_leave_positions_and_versions_dense(TestDatabase database) throws Exception {
        try (var open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec());
                var second = new JdbcEventLog(open.dataSource(), new EventCodec());
                var clients = Executors.newFixedThreadPool(16)) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int client = 0; client < 16; client++) {
                String name = "c" + client;
                JdbcEventLog node = client % 2 == 0 ? log : second;
                tasks.add(() -> appendTwenty(node, name));
            }
            int recorded = 0;
            for (Future<Integer> done : clients.invokeAll(tasks)) {
                recorded += done.get();
            }
            assertThat(recorded).isEqualTo(320);
            assertThat(log.read(0, 1_000))
                    .extracting(RecordedEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 320).boxed().toList());
            assertThat(log.readStream(STREAM, 0))
                    .extracting(RecordedEvent::streamVersion)
                    .containsExactlyElementsOf(LongStream.range(0, 320).boxed().toList());
            assertThat(log.read(0, 1_000)).extracting(RecordedEvent::recordedAt).isSorted();
        }
    }

    @Test
    void a_key_has_letters_and_an_end() {
        Append.Claim fine = append(STREAM, -1, "k".repeat(200), 0).claim();
        assertThat(fine.key()).hasSize(200);
        for (String key : List.of("", "k".repeat(201), "a\u0000b", "a\nb")) {
            assertThatThrownBy(() -> append(STREAM, -1, key, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static int appendTwenty(JdbcEventLog log, String client) {
        int recorded = 0;
        while (recorded < 20) {
            long expected = log.streamVersion(STREAM);
            if (log.append(append(STREAM, expected, client + "-" + recorded, 1)) instanceof Appended.Recorded) {
                recorded++;
            }
        }
        return recorded;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_key_sent_twenty_times_at_once_has_one_effect(TestDatabase database) throws Exception {
        try (var open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec());
                var clients = Executors.newFixedThreadPool(20)) {
            List<Callable<Appended>> tasks = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                tasks.add(() -> log.append(append(STREAM, -1, "once", 2)));
            }
            int recorded = 0;
            for (Future<Appended> answer : clients.invokeAll(tasks)) {
                recorded += answer.get() instanceof Appended.Recorded ? 1 : 0;
            }
            assertThat(recorded).isEqualTo(1);
            assertThat(log.head()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_database_itself_refuses_to_change_what_was_recorded(TestDatabase database) throws SQLException {
        try (var open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(append(STREAM, -1, "a", 1));
            isRefused(open, "update event_log set actor = 'somebody'");
            isRefused(open, "delete from event_log");
            isRefused(open, "update receipt set last_position = 0");
            isRefused(open, "delete from receipt");
            for (String table : List.of("event_log", "receipt", "log_node")) {
                isRefused(open, "truncate table " + table, "append-only|Cannot truncate");
            }
            assertThat(log.read(0, 10)).hasSize(1);
            assertThat(log.receipt("wang.min", "a")).isPresent();
        }
    }

    private static void isRefused(OpenDatabase open, String change) throws SQLException {
        isRefused(open, change, "append-only");
    }

    private static String trace(Throwable refused) {
        StringWriter words = new StringWriter();
        refused.printStackTrace(new PrintWriter(words));
        return words.toString();
    }

    private static void isRefused(OpenDatabase open, String change, String words) throws SQLException {
        try (var connection = open.dataSource().getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change))
                    .as(change)
                    .satisfies(refused -> assertThat(trace(refused)).containsPattern(words));
        }
    }

    /**
     * H2's ordinary files are closed under everybody when a thread is interrupted while it reads or writes; ours are not.
     * One caller after the other: inside H2 a commit that is interrupted while it waits for another commit closes the
     * database whatever the files are, so no thread of the product that writes is ever interrupted.
     */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void callers_that_are_interrupted_harm_nobody(TestDatabase database) throws Exception {
        try (var open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec());
                var clients = Executors.newSingleThreadExecutor()) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                int self = client;
                tasks.add(() -> writeInterrupted(open, self));
            }
            for (Future<Integer> done : clients.invokeAll(tasks)) {
                assertThat(done.get()).isEqualTo(50);
            }
            assertThat(log.append(append(STREAM, -1, "after", 1))).isInstanceOf(Appended.Recorded.class);
        }
    }

    /** Writes of its own beside the log, each by a thread that somebody has just interrupted. */
    private static int writeInterrupted(OpenDatabase open, int client) throws SQLException {
        int written = 0;
        try (var connection = open.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table scratch" + client + " (content varchar(2000))");
            for (int i = 0; i < 50; i++) {
                written += insertInterrupted(statement, client);
            }
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        return written;
    }

    /** H2 sometimes waits for a lock asleep; then the interrupted thread is told so, and nobody else. */
    private static int insertInterrupted(Statement statement, int client) throws SQLException {
        SQLException last = new SQLException("never tried");
        for (int attempt = 0; attempt < 10; attempt++) {
            Thread.currentThread().interrupt();
            try {
                return statement.executeUpdate(
                        "insert into scratch" + client + " values ('" + "x".repeat(2_000) + "')");
            } catch (SQLException e) {
                if (!String.valueOf(e.getMessage()).contains("sleep interrupted")) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }

    @Test
    void an_event_for_a_stream_of_which_nothing_is_expected_is_not_taken() {
        Append append = append(STREAM, -1, "a", 1);
        assertThatThrownBy(() -> new Append(append.events(), Map.of(), append.claim()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(STREAM);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_leaf_of_every_row_is_the_hash_of_its_stored_bytes(TestDatabase database) throws SQLException {
        try (var open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(append(STREAM, -1, "a", 2));
            RecordedEvent event = log.read(1, 1).getFirst();
            EventCodec codec = new EventCodec();
            Row row = new Row(
                    event.eventId(),
                    event.stream(),
                    event.streamVersion(),
                    event.name().name(),
                    event.name().version(),
                    event.envelope().actor().login(),
                    event.envelope().commandId(),
                    Bytes.of(codec.payload(event.envelope().message())),
                    Bytes.of(codec.metadata(event.envelope())),
                    TreeHash.usual());
            try (var connection = open.dataSource().getConnection();
                    var result = connection
                            .createStatement()
                            .executeQuery("select leaf from event_log where position = 2")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getBytes(1))
                        .isEqualTo(LeafHash.of(2, row, event.recordedAt()).toArray());
            }
        }
    }
}
