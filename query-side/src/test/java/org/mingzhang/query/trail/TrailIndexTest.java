package org.mingzhang.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is found by the index is what somebody would find who read the whole log. */
class TrailIndexTest {
    private static final int QUESTIONS = 60;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void every_question_is_answered_as_by_reading_the_whole_log(TestDatabase database) {
        with(database, 300, followed -> {
            Random random = new Random(20_250_301);
            for (int question = 0; question < QUESTIONS; question++) {
                TrailFilter filter = Questions.any(random, followed.events);
                assertThat(paged(followed.index, filter, followed.events.size() + 1, 1 + random.nextInt(40)))
                        .as(filter.toString())
                        .isEqualTo(byReading(followed.events, filter));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_page_that_has_looked_at_enough_says_where_to_go_on(TestDatabase database) {
        with(database, 300, followed -> {
            TrailFilter filter = Questions.text("三财预(2025)1号").person("zhao.li").filter();
            List<Long> found = new ArrayList<>();
            long before = followed.events.size() + 1L;
            int looks = 0;
            while (before > 0) {
                TrailIndex.Found piece = followed.index.find(filter, before, 2, 1);
                assertThat(piece.events()).hasSizeLessThanOrEqualTo(2);
                piece.events().forEach(event -> found.add(event.position()));
                before = piece.next().orElse(0);
                looks++;
            }
            assertThat(found).isNotEmpty().isEqualTo(byReading(followed.events, filter));
            assertThat(looks).isGreaterThan(found.size() / 2);
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_somebody_may_not_see_is_never_found(TestDatabase database) {
        with(database, 200, followed -> {
            TrailFilter theirs = Questions.within(
                            new TrailFilter.Within(Optional.of("411200-103"), Set.of("411200-103-2025")))
                    .filter();
            List<Long> found = paged(followed.index, theirs, followed.events.size() + 1, 20);
            assertThat(found).isNotEmpty().isEqualTo(byReading(followed.events, theirs));
            assertThat(followed.index.streams())
                    .contains("411200-103-2025", "411200-funds-2025", "411200-policy", "administration");
        });
    }

    private static List<Long> byReading(List<RecordedEvent> events, TrailFilter filter) {
        return events.reversed().stream()
                .filter(event -> event.position() > filter.after() && event.position() <= filter.until())
                .filter(event -> filter.fits(TrailKeys.of(event.envelope())))
                .map(RecordedEvent::position)
                .toList();
    }

    private static List<Long> paged(TrailIndex index, TrailFilter filter, long head, int page) {
        List<Long> found = new ArrayList<>();
        OptionalLong before = OptionalLong.of(head);
        while (before.isPresent()) {
            TrailIndex.Found piece = index.find(filter, before.getAsLong(), page, TrailIndex.LOOKED_AT);
            assertThat(piece.events()).hasSizeLessThanOrEqualTo(page);
            piece.events().forEach(event -> found.add(event.position()));
            before = piece.next();
        }
        return found;
    }

    private record Followed(
            OpenDatabase open, JdbcEventLog log, JdbcClient jdbc, TrailIndex index, List<RecordedEvent> events) {}

    private static void with(TestDatabase database, int before, Consumer<Followed> then) {
        try (OpenDatabase open = database.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            List<RecordedEvent> events = RecordedSamples.record(log, before);
            JdbcClient jdbc = JdbcClient.create(open.dataSource());
            follow(open, log, feed -> {});
            then.accept(new Followed(open, log, jdbc, new TrailIndex(jdbc, log), events));
        }
    }

    private static void follow(OpenDatabase open, JdbcEventLog log, Consumer<TrailFeed> then) {
        TrailFeed feed = new TrailFeed(open.dataSource(), log);
        feed.start();
        try {
            assertThat(feed.feed().await(log.head(), Duration.ofSeconds(30))).isTrue();
            then.accept(feed);
        } finally {
            feed.stop();
        }
    }
}
