package org.mingzhang.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.RandomHistory;
import org.mingzhang.query.facts.StoredRows;
import org.mingzhang.query.rebuild.Rebuild;
import org.mingzhang.query.rebuild.Rebuilt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that is read can be thrown away and made again from the log, to the row. */
class FactReplayTest {
    private static final int LENGTH = 400;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void every_row_made_again_equals_the_row_that_was_followed(TestDatabase database) throws SQLException {
        try (OpenDatabase open = database.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            List<Map<String, Object>> followed = followed(open, log);
            int generation = Rebuilt.live(Rebuild.ofFacts(open.dataSource(), log, Clock.systemUTC()));
            assertThat(rows(open, generation)).isEqualTo(followed);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void emptied_read_tables_fill_again_with_the_same_rows(TestDatabase database) throws SQLException {
        try (OpenDatabase open = database.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            List<Map<String, Object>> followed = followed(open, log);
            JdbcClient jdbc = JdbcClient.create(open.dataSource());
            jdbc.sql("delete from fact_posting").update();
            jdbc.sql("delete from fact_row").update();
            jdbc.sql("update projection set position = 0").update();
            assertThat(rows(open, 1)).isEmpty();
            try (FactFeed again = new FactFeed(open.dataSource(), log)) {
                again.start();
                assertThat(again.await(LENGTH, Duration.ofSeconds(30))).isTrue();
            }
            assertThat(rows(open, 1)).isEqualTo(followed);
        }
    }

    /** Nobody has to stop recording for it: what arrives meanwhile is neither lost nor folded twice. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void facts_can_be_made_again_while_events_arrive_and_the_feed_runs(TestDatabase database) throws Exception {
        try (OpenDatabase open = database.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            Rebuild rebuild = Rebuild.ofFacts(open.dataSource(), log, Clock.systemUTC());
            int generation = 1;
            try (FactFeed feed = new FactFeed(open.dataSource(), log)) {
                feed.start();
                FutureTask<Boolean> recording = recording(log);
                Thread.ofVirtual().start(recording);
                while (!recording.isDone()) {
                    generation = Rebuilt.live(rebuild);
                }
                assertThat(recording.get()).isTrue();
                assertThat(feed.await(LENGTH, Duration.ofSeconds(30))).isTrue();
                assertThat(feed.stopped()).isEmpty();
            }
            assertThat(generation).isGreaterThan(2);
            assertThat(rows(open, generation)).isEqualTo(rows(open, Rebuilt.live(rebuild)));
        }
    }

    private static FutureTask<Boolean> recording(JdbcEventLog log) {
        return new FutureTask<>(() -> {
            RandomHistory.of(7, LENGTH).forEach(event -> RandomHistory.record(log, event));
            return log.head() == LENGTH;
        });
    }

    /** Records a history in pieces while the feed runs beside it; the rows it then holds. */
    private static List<Map<String, Object>> followed(OpenDatabase open, JdbcEventLog log) {
        try (FactFeed feed = new FactFeed(open.dataSource(), log)) {
            feed.start();
            RandomHistory.of(20_250_101, LENGTH).forEach(event -> RandomHistory.record(log, event));
            assertThat(feed.await(LENGTH, Duration.ofSeconds(30))).isTrue();
        }
        List<Map<String, Object>> rows = rows(open, 1);
        assertThat(rows).hasSizeGreaterThan(LENGTH);
        return rows;
    }

    private static List<Map<String, Object>> rows(OpenDatabase open, int generation) {
        return StoredRows.of(open.dataSource(), generation);
    }
}
