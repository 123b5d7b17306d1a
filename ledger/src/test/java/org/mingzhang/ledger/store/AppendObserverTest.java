package org.mingzhang.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.ledger.store.Histories.STREAM;
import static org.mingzhang.ledger.store.Histories.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

class AppendObserverTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void every_request_is_told_with_its_answer_and_the_time_it_waited(TestDatabase database) {
        Notes notes = new Notes();
        try (OpenDatabase open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec(), notes)) {
            List<Appended> answers = List.of(
                    log.append(append(STREAM, -1, "a", 3, "x")),
                    log.append(append(STREAM, -1, "a", 3, "x")),
                    log.append(append(STREAM, -1, "a", 3, "y")),
                    log.append(append(STREAM, 0, "b", 1)));

            assertThat(notes.answers)
                    .containsExactlyElementsOf(
                            answers.stream().map(Optional::of).toList());
            assertThat(notes.waited).hasSize(4).allMatch(Duration::isPositive);
        }
        // every batch that was written is told before the log is closed
        assertThat(notes.requests).hasValue(4);
        assertThat(notes.took).hasSizeBetween(1, 4).allMatch(Duration::isPositive);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_log_that_is_away_is_told_without_an_answer(TestDatabase database) {
        Notes notes = new Notes();
        try (OpenDatabase open = database.open()) {
            var log = new JdbcEventLog(open.dataSource(), new EventCodec(), notes);
            log.close();

            assertThatThrownBy(() -> log.append(append(STREAM, -1, "a", 1)))
                    .isInstanceOf(LogUnavailableException.class);
            assertThat(notes.answers).containsExactly(Optional.empty());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_observer_that_fails_harms_no_append(TestDatabase database) {
        AppendObserver failing = new AppendObserver() {
            @Override
            public void answered(Optional<Appended> answer, Duration waited) {
                throw new IllegalStateException("planted");
            }

            @Override
            public void written(int requests, Duration took) {
                throw new IllegalStateException("planted");
            }
        };
        try (OpenDatabase open = database.open();
                var log = new JdbcEventLog(open.dataSource(), new EventCodec(), failing)) {
            assertThat(log.append(append(STREAM, -1, "a", 1))).isInstanceOf(Appended.Recorded.class);
            assertThat(log.append(append(STREAM, 0, "b", 1))).isInstanceOf(Appended.Recorded.class);
            assertThat(log.head()).isEqualTo(2);
        }
    }

    /** Writes down what it is told; read after the writer has ended, or from the thread that appends. */
    private static final class Notes implements AppendObserver {
        private final List<Optional<Appended>> answers = new ArrayList<>();
        private final List<Duration> waited = new ArrayList<>();
        private final AtomicInteger requests = new AtomicInteger();
        private final List<Duration> took = new ArrayList<>();

        @Override
        public void answered(Optional<Appended> answer, Duration time) {
            answers.add(answer);
            waited.add(time);
        }

        @Override
        public void written(int count, Duration time) {
            requests.addAndGet(count);
            took.add(time);
        }
    }
}
