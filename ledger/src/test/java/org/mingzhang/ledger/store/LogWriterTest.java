package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.ledger.store.Histories.STREAM;
import static org.mingzhang.ledger.store.Histories.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** What the writer does when things go wrong under it. */
class LogWriterTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_queues_up_during_a_commit_is_one_batch(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            List<CompletableFuture<Appended>> answers = bench.together(IntStream.range(0, 100)
                    .mapToObj(i -> append("411200-%03d-2025".formatted(i), -1, "k" + i, 1))
                    .toList());
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Appended.Recorded.class));
            assertThat(bench.faulty.connectionsAskedFor()).isEqualTo(2);
            assertThat(bench.positions())
                    .isEqualTo(LongStream.rangeClosed(1, 101).boxed().toList());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_bad_request_does_not_harm_the_others_of_its_batch(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            Append good = append(STREAM, -1, "good", 2);
            Append bad = withEventId(
                    append("411200-104-2025", -1, "bad", 1), good.events().getFirst());
            Append fine = append("411200-105-2025", -1, "fine", 1);
            List<CompletableFuture<Appended>> answers = bench.together(List.of(good, bad, fine));
            assertThat(answers.get(0).join()).isInstanceOf(Appended.Recorded.class);
            assertThat(answers.get(1))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withCauseInstanceOf(LogUnavailableException.class);
            assertThat(answers.get(2).join()).isInstanceOf(Appended.Recorded.class);
            assertThat(bench.positions()).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void requests_of_one_batch_see_each_other(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            List<CompletableFuture<Appended>> answers = bench.together(List.of(
                    append(STREAM, -1, "a", 2, "x"),
                    append(STREAM, -1, "b", 1),
                    append(STREAM, 1, "c", 1),
                    append(STREAM, 2, "a", 2, "x"),
                    append(STREAM, 2, "a", 2, "y")));
            assertThat(answers.stream().map(answer -> answer.join().getClass().getSimpleName()))
                    .containsExactly("Recorded", "Conflict", "Recorded", "Repeated", "KeyReused");
            assertThat(answers.get(1).join()).isEqualTo(new Appended.Conflict(STREAM, -1, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_commit_whose_answer_was_lost_is_found_by_its_receipts(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            bench.faulty.nextCommit(FaultyDataSource.Commit.IS_LOST_AFTER);
            assertThat(bench.writer.submit(append(STREAM, -1, "a", 3)).join()).isInstanceOf(Appended.Recorded.class);
            assertThat(bench.faulty.faults()).isEqualTo(1);
            assertThat(bench.positions()).containsExactly(1L, 2L, 3L);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_commit_that_did_not_happen_is_never_answered_as_recorded(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            bench.faulty.nextCommits(2, FaultyDataSource.Commit.IS_LOST_BEFORE);
            assertThat(bench.writer.submit(append(STREAM, -1, "a", 3)))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withCauseInstanceOf(LogUnavailableException.class);
            assertThat(bench.faulty.faults()).isEqualTo(2);
            assertThat(bench.positions()).isEmpty();
            assertThat(bench.writer.submit(append(STREAM, -1, "a", 3)).join()).isInstanceOf(Appended.Recorded.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void who_remembers_the_head_finds_a_lost_answer_by_its_receipts_too(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            bench.writer.submit(append(STREAM, -1, "a", 1)).join();
            bench.faulty.nextCommit(FaultyDataSource.Commit.IS_LOST_AFTER);
            assertThat(bench.writer.submit(append(STREAM, 0, "b", 2)).join()).isInstanceOf(Appended.Recorded.class);
            assertThat(bench.faulty.faults()).isEqualTo(1);
            assertThat(bench.writer.submit(append(STREAM, 2, "c", 1)).join()).isInstanceOf(Appended.Recorded.class);
            assertThat(bench.positions()).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void who_remembers_the_head_never_answers_what_did_not_happen(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            bench.writer.submit(append(STREAM, -1, "a", 1)).join();
            bench.faulty.nextCommits(2, FaultyDataSource.Commit.IS_LOST_BEFORE);
            assertThat(bench.writer.submit(append(STREAM, 0, "b", 2)))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withCauseInstanceOf(LogUnavailableException.class);
            assertThat(bench.faulty.faults()).isEqualTo(2);
            assertThat(bench.positions()).containsExactly(1L);
            assertThat(bench.writer.submit(append(STREAM, 0, "b", 2)).join()).isInstanceOf(Appended.Recorded.class);
            assertThat(bench.positions()).containsExactly(1L, 2L, 3L);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_batch_whose_commit_did_not_happen_is_recorded_by_the_next_attempt(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            List<CompletableFuture<Appended>> answers = bench.together(
                    List.of(append(STREAM, -1, "a", 1), append(STREAM, 0, "b", 1)),
                    () -> bench.faulty.nextCommit(FaultyDataSource.Commit.IS_LOST_BEFORE));
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Appended.Recorded.class));
            assertThat(bench.faulty.faults()).isEqualTo(1);
            assertThat(bench.positions()).containsExactly(1L, 2L, 3L);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_database_that_is_away_is_asked_once_for_the_whole_batch(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            List<CompletableFuture<Appended>> answers = bench.together(
                    IntStream.range(0, 50)
                            .mapToObj(i -> append(STREAM, i - 1L, "k" + i, 1))
                            .toList(),
                    bench.faulty::goAway);
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer)
                            .failsWithin(Duration.ofSeconds(20))
                            .withThrowableThat()
                            .withCauseInstanceOf(LogUnavailableException.class));
            assertThat(bench.faulty.connectionsAskedFor()).isEqualTo(2);
            bench.faulty.comeBack();
            assertThat(bench.writer.submit(append(STREAM, -1, "k0", 1)).join()).isInstanceOf(Appended.Recorded.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_error_is_one_requests_answer_and_the_writer_goes_on(TestDatabase database) throws Exception {
        Runnable failing = () -> {
            throw new StackOverflowError("planted");
        };
        Iterator<Runnable> moments = List.of(failing, failing).iterator();
        InstantSource clock = () -> {
            if (moments.hasNext()) {
                moments.next().run();
            }
            return Instant.EPOCH;
        };
        try (OpenDatabase open = database.open();
                LogWriter writer = writer(open.dataSource(), clock, () -> {})) {
            assertThat(writer.submit(append(STREAM, -1, "a", 1)))
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withStackTraceContaining("planted");
            assertThat(writer.submit(append(STREAM, -1, "a", 1)).join()).isInstanceOf(Appended.Recorded.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_listener_that_fails_takes_nobodys_answer_away(TestDatabase database) {
        try (OpenDatabase open = database.open();
                LogWriter writer = writer(open.dataSource(), InstantSource.system(), () -> {
                    throw new IllegalStateException("planted");
                })) {
            assertThat(writer.submit(append(STREAM, -1, "a", 1)).join()).isInstanceOf(Appended.Recorded.class);
            assertThat(writer.submit(append(STREAM, 0, "b", 1)).join()).isInstanceOf(Appended.Recorded.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_error_in_a_listener_does_not_end_the_writer(TestDatabase database) {
        try (OpenDatabase open = database.open();
                LogWriter writer = writer(open.dataSource(), InstantSource.system(), () -> {
                    throw new StackOverflowError("planted");
                })) {
            assertThat(writer.submit(append(STREAM, -1, "a", 1)).join()).isInstanceOf(Appended.Recorded.class);
            assertThat(writer.submit(append(STREAM, 0, "b", 1)))
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isInstanceOf(Appended.Recorded.class);
        }
    }

    /** The commit of this node is lost, and before it can look another node answers the same key for other content. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_receipt_of_another_node_is_not_taken_for_an_own_one(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            Append own = append(STREAM, -1, "same", 1, "own");
            Append foreign = sameCommand(own, append("411200-104-2025", -1, "same", 1, "foreign"));
            bench.faulty.nextCommit(FaultyDataSource.Commit.IS_LOST_BEFORE, () -> bench.recordElsewhere(foreign));
            assertThat(bench.writer.submit(own).join()).isInstanceOf(Appended.KeyReused.class);
            assertThat(bench.faulty.faults()).isEqualTo(1);
            assertThat(bench.positions()).containsExactly(1L);
        }
    }

    private static Append sameCommand(Append one, Append other) {
        Append.Claim claim = other.claim();
        return new Append(
                other.events(),
                other.expectedVersions(),
                new Append.Claim(
                        claim.actor(),
                        claim.key(),
                        claim.bodyHash(),
                        one.claim().commandId(),
                        claim.stream()));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_writers_that_take_turns_never_write_on_what_they_remember(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database);
                LogWriter other = writer(bench.open.dataSource(), InstantSource.system(), () -> {})) {
            for (int i = 0; i < 300; i++) {
                LogWriter turn = i % 3 == 0 ? other : bench.writer;
                assertThat(turn.submit(append(STREAM, i - 1L, "k" + i, 1)).join())
                        .isInstanceOf(Appended.Recorded.class);
                assertThat(turn.submit(append(STREAM, i - 1L, "again" + i, 1)).join())
                        .isEqualTo(new Appended.Conflict(STREAM, i - 1L, i));
            }
            assertThat(bench.positions())
                    .isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
            assertThat(new LogTree(bench.open.dataSource()).latest().hash())
                    .isEqualTo(Frontier.empty(TreeHash.usual())
                            .with(bench.leaves(), node -> {})
                            .root());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void closing_writes_what_is_queued_and_refuses_what_comes_later(TestDatabase database) throws Exception {
        try (Bench bench = new Bench(database)) {
            bench.faulty.closeGate();
            CompletableFuture<Appended> first = bench.writer.submit(append(STREAM, -1, "a", 1));
            bench.faulty.awaitSomebodyAtTheGate();
            CompletableFuture<Appended> queued = bench.writer.submit(append(STREAM, 0, "b", 1));
            bench.faulty.openGate();
            bench.writer.close();
            assertThat(first.join()).isInstanceOf(Appended.Recorded.class);
            assertThat(queued.join()).isInstanceOf(Appended.Recorded.class);
            assertThat(bench.writer.submit(append(STREAM, 1, "c", 1))).isCompletedExceptionally();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_clock_that_is_set_back_changes_neither_order_nor_recorded_times(TestDatabase database) {
        Instant noon = Instant.parse("2025-02-05T04:00:00Z");
        Iterator<Instant> clock = List.of(noon, noon.minusSeconds(3_600), noon.plusSeconds(1), noon)
                .iterator();
        try (OpenDatabase open = database.open();
                JdbcEventLog log =
                        new JdbcEventLog(open.dataSource(), new EventCodec(), clock::next, AppendObserver.NOBODY)) {
            for (int i = 0; i < 4; i++) {
                log.append(append(STREAM, i - 1L, "k" + i, 1));
            }
            assertThat(log.read(0, 10))
                    .extracting(RecordedEvent::recordedAt)
                    .containsExactly(noon, noon, noon.plusSeconds(1), noon.plusSeconds(1));
        }
    }

    private static Append withEventId(Append append, NewEvent other) {
        UUID taken = other.eventId();
        List<NewEvent> events = append.events().stream()
                .map(event -> new NewEvent(taken, event.stream(), event.envelope()))
                .toList();
        return new Append(events, append.expectedVersions(), append.claim());
    }

    private static LogWriter writer(DataSource dataSource, InstantSource clock, Runnable appended) {
        BatchAppend batch = new BatchAppend(dataSource, clock, new CommitUnderway(Patience.ENDLESS), TreeHash.usual());
        return new LogWriter(batch, new EventCodec(), TreeHash.usual(), appended, AppendObserver.NOBODY);
    }

    /** A writer on a line that can fail. */
    private static final class Bench implements AutoCloseable {
        private final OpenDatabase open;
        private final FaultyDataSource faulty;
        private final LogWriter writer;

        Bench(TestDatabase database) {
            open = database.open();
            faulty = new FaultyDataSource(open.dataSource());
            writer = writer(faulty.line(), InstantSource.system(), () -> {});
        }

        List<CompletableFuture<Appended>> together(List<Append> requests) throws InterruptedException {
            return together(requests, () -> {});
        }

        /** Queues the requests while the writer is held up with another one; the fault comes after that. */
        List<CompletableFuture<Appended>> together(List<Append> requests, Runnable fault) throws InterruptedException {
            faulty.closeGate();
            CompletableFuture<Appended> opener = writer.submit(append("411200-999-2025", -1, "opener", 1));
            faulty.awaitSomebodyAtTheGate();
            List<CompletableFuture<Appended>> answers = new ArrayList<>();
            CompletableFuture<Appended> opened = opener.whenComplete((answer, failure) -> fault.run());
            requests.forEach(request -> answers.add(writer.submit(request)));
            faulty.openGate();
            opened.join();
            return answers;
        }

        /** As another node does, on a line that does not fail. */
        void recordElsewhere(Append append) {
            try (JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
                assertThat(log.append(append)).isInstanceOf(Appended.Recorded.class);
            }
        }

        List<Hash> leaves() throws SQLException {
            try (Connection connection = open.dataSource().getConnection()) {
                return new TreeRows(connection, TreeHash.usual())
                        .leaves(0, new LogTree(open.dataSource()).latest().size());
            }
        }

        List<Long> positions() {
            try (JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
                return log.read(0, 1_000).stream().map(RecordedEvent::position).toList();
            }
        }

        @Override
        public void close() {
            writer.close();
            open.close();
        }
    }
}
