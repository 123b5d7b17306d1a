package org.mingzhang.query.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.codec.EventSamples;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.RandomHistory;
import org.mingzhang.query.projection.ComparedPart;
import org.mingzhang.query.projection.Digests;
import org.mingzhang.query.rebuild.Rebuild;
import org.mingzhang.query.rebuild.RebuildRefused;
import org.mingzhang.query.rebuild.Rebuilt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The postings of the trail are made again beside those that are read, which stay as they are until it is switched. */
class TrailRebuildTest {
    private static final int EVENTS = 200;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_made_again_is_equal_switched_to_followed_and_rolled_back_from(TestDatabase database)
            throws SQLException {
        try (FollowedTrail trail = new FollowedTrail(database)) {
            trail.record(EVENTS);
            List<Map<String, Object>> rows = trail.rows(1);
            assertThat(rows).hasSizeGreaterThan(1_000);
            Rebuild rebuild = trail.rebuild();
            int again = Rebuilt.compared(rebuild);
            assertThat(again).as("even beside an odd one").isEqualTo(2);
            assertThat(trail.rows(2)).isEqualTo(rows);
            assertThat(rebuild.provedEqual().orElseThrow().rows()).isEqualTo(rows.size());
            assertThat(rebuild.provedEqual().orElseThrow().howFar().inAll()).isEqualTo(rows.size());
            assertThat(rebuild.provedEqual().orElseThrow().position()).isEqualTo(EVENTS);
            trail.record(20);
            assertThat(trail.rows(1)).as("the one that is read goes on").hasSizeGreaterThan(rows.size());

            rebuild.makeLive(again, false);
            Rebuilt.work(rebuild);
            assertThat(trail.live()).isEqualTo(2);
            assertThat(trail.rows(2)).as("nothing is lost by the switch").isEqualTo(trail.rows(1));
            trail.record(20);
            assertThat(trail.found()).isEqualTo(EVENTS + 40);
            assertThat(trail.rows(2)).hasSizeGreaterThan(trail.rows(1).size());

            rebuild.makeLive(1, false);
            Rebuilt.work(rebuild);
            assertThat(trail.live()).isEqualTo(1);
            assertThat(trail.rows(1)).isEqualTo(trail.rows(2));
            assertThat(trail.found()).isEqualTo(EVENTS + 40);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_one_that_was_kept_is_removed_first_and_not_while_somebody_may_be_reading_it(TestDatabase database)
            throws SQLException {
        try (FollowedTrail trail = new FollowedTrail(database)) {
            trail.record(EVENTS);
            Rebuild rebuild = trail.rebuild();
            int second = Rebuilt.live(rebuild);
            int fourth = rebuild.start("keeper");
            assertThat(fourth).as("never in the tables of what is read").isEqualTo(3);
            Rebuilt.work(rebuild);
            assertThat(trail.rows(1)).as("a page may still be reading it").isNotEmpty();
            assertThatThrownBy(() -> rebuild.makeLive(1, false)).isInstanceOf(RebuildRefused.class);
            trail.later(Duration.ofMinutes(6));
            Rebuilt.work(rebuild);
            assertThat(rebuild.provedEqual().orElseThrow().generation()).isEqualTo(fourth);
            assertThat(trail.rows(fourth)).isEqualTo(trail.rows(second));
            rebuild.remove(fourth);
            Rebuilt.work(rebuild);
            assertThat(trail.rows(fourth)).isEmpty();
            assertThat(rebuild.start("keeper"))
                    .as("still odd beside an even one")
                    .isEqualTo(5);
            Rebuilt.work(rebuild);
            assertThat(trail.rows(5)).isEqualTo(trail.rows(second));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_row_too_few_or_too_many_is_found_and_named_wherever_it_stands(TestDatabase database) throws SQLException {
        List<String> damages = List.of(
                "delete from trail_term where term = (select min(term) from trail_term)",
                "delete from trail_term where term = (select max(term) from trail_term)",
                "insert into trail_term (term, position) values (-9223372036854775808, 7)",
                "insert into trail_term (term, position) values (9223372036854775807, 7)",
                "delete from trail_amount where position = (select max(position) from trail_amount)",
                "insert into trail_amount (position, fen) values (1, 123456789)",
                "insert into trail_amount (position, fen) values (" + EVENTS + ", 123456789)",
                "delete from trail_stream where stream = (select min(stream) from trail_stream)");
        for (String damage : damages) {
            try (FollowedTrail trail = new FollowedTrail(database)) {
                trail.record(EVENTS);
                trail.beneath(damage);
                Rebuild rebuild = trail.rebuild();
                int again = Rebuilt.compared(rebuild);
                assertThat(rebuild.provedEqual()).as(damage).isEmpty();
                assertThat(rebuild.different().orElseThrow().first().orElseThrow())
                        .as(damage)
                        .startsWith(damage.contains("term") ? "term" : damage.contains("amount") ? "amount" : "stream")
                        .contains("made again");
                assertThatThrownBy(() -> rebuild.makeLive(again, false)).isInstanceOf(RebuildRefused.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_an_earlier_release_made_is_made_again_and_until_then_it_is_said_that_a_document_finds_less(
            TestDatabase database) throws SQLException {
        try (FollowedTrail trail = new FollowedTrail(database)) {
            trail.record(EVENTS);
            assertThat(trail.index().isOfThisRelease()).isTrue();
            Rebuild rebuild = trail.rebuild();
            Rebuilt.atStart(rebuild);
            assertThat(trail.live()).as("nothing to do").isEqualTo(1);
            int waiting = Rebuilt.compared(rebuild);
            trail.beneath("update trail_generation set fold = 0");
            assertThat(trail.index().isOfThisRelease()).isFalse();

            Rebuilt.atStart(rebuild);
            assertThat(trail.live())
                    .as("not the one that an earlier release left")
                    .isGreaterThan(waiting);
            assertThat(trail.index().isOfThisRelease()).isTrue();
            assertThat(trail.rows(trail.live())).isEqualTo(trail.rows(1));
            rebuild.makeLive(1, false);
            Rebuilt.work(rebuild);
            assertThat(trail.index().isOfThisRelease()).as("after a roll-back").isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void parts_of_any_size_add_up_to_the_same(TestDatabase database) throws SQLException {
        try (FollowedTrail trail = new FollowedTrail(database)) {
            trail.record(EVENTS);
            Rebuilt.compared(trail.rebuild());
            trail.record(10); // newer than what is compared
            Totals whole = trail.compared(Integer.MAX_VALUE);
            assertThat(whole.parts).isEqualTo(3);
            assertThat(whole.different).isZero();
            assertThat(whole.own).isEqualTo(whole.live);
            for (int most : new int[] {1, 7, 100}) {
                Totals pieces = trail.compared(most);
                assertThat(pieces.rows).isEqualTo(whole.rows);
                assertThat(pieces.parts).isGreaterThan((int) whole.rows / most / 2);
                assertThat(pieces.different).isZero();
            }
            trail.beneath("delete from trail_term where position = 7");
            trail.beneath("insert into trail_term (term, position) values (1, 1), (-1, 2), (2, 300)");
            int expected = trail.compared(Integer.MAX_VALUE).different;
            assertThat(expected).isGreaterThan(5);
            for (int most : new int[] {1, 7, 100}) {
                Totals pieces = trail.compared(most);
                assertThat(pieces.different).isEqualTo(expected);
                assertThat(pieces.own).isNotEqualTo(pieces.live);
            }
        }
    }

    private record Totals(int parts, long rows, int different, BigInteger own, BigInteger live) {}

    /** A log with events of every kind, and the postings that a feed makes of them. */
    private static final class FollowedTrail implements AutoCloseable {
        private final OpenDatabase open;
        private final JdbcEventLog log;
        private final TrailFeed feed;
        private final JdbcClient jdbc;
        private Instant now = Instant.parse("2026-03-01T00:00:00Z");

        FollowedTrail(TestDatabase database) {
            open = database.open();
            log = new JdbcEventLog(open.dataSource(), new EventCodec());
            feed = new TrailFeed(open.dataSource(), log);
            jdbc = JdbcClient.create(open.dataSource());
            feed.start();
        }

        void record(int events) {
            if (log.head() == 0) {
                RandomHistory.of(77, events).forEach(event -> RandomHistory.record(log, event));
            } else {
                List<LedgerEvent> samples = EventSamples.all();
                for (int at = 0; at < events; at++) {
                    RecordedSamples.record(log, RecordedSamples.WANG, samples.get(at * 7 % samples.size()));
                }
            }
            assertThat(feed.feed().await(log.head(), Duration.ofSeconds(30))).isTrue();
        }

        Rebuild rebuild() {
            return new Rebuild(
                    open.dataSource(),
                    log,
                    ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
                    new TrailProjection());
        }

        void later(Duration by) {
            now = now.plus(by);
        }

        int live() {
            return TrailRows.live(jdbc).generation();
        }

        TrailIndex index() {
            return new TrailIndex(jdbc, log);
        }

        /** How many entries are found. */
        int found() {
            return index().find(TrailFilter.EVERYTHING, log.head() + 1, (int) log.head(), TrailIndex.LOOKED_AT)
                    .events()
                    .size();
        }

        void beneath(String sql) {
            assertThat(jdbc.sql(sql).update()).as(sql).isPositive();
        }

        List<Map<String, Object>> rows(int generation) {
            TrailRows tables = new TrailRows(generation);
            List<Map<String, Object>> rows = new ArrayList<>(all(tables.terms(), "term, position"));
            rows.addAll(all(tables.amounts(), "position, fen"));
            rows.addAll(all(tables.streams(), "stream"));
            return rows;
        }

        private List<Map<String, Object>> all(String table, String order) {
            return jdbc.sql("select * from " + table + " order by " + order)
                    .query()
                    .listOfRows();
        }

        /** The second generation against the first, as of the events that were recorded at first. */
        Totals compared(int most) throws SQLException {
            Totals totals = new Totals(0, 0, 0, BigInteger.ZERO, BigInteger.ZERO);
            try (Connection connection = open.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                TrailComparison comparison =
                        new TrailComparison(connection, new TrailRows(2), new TrailRows(1), EVENTS, most);
                Optional<ComparedPart> part = comparison.after("");
                while (part.isPresent()) {
                    ComparedPart found = part.get();
                    totals = new Totals(
                            totals.parts + 1,
                            totals.rows + found.rows(),
                            totals.different + (int) found.different(),
                            Digests.sum(totals.own, found.ownDigest()),
                            Digests.sum(totals.live, found.liveDigest()));
                    part = comparison.after(found.part());
                }
                connection.rollback();
            }
            return totals;
        }

        @Override
        public void close() {
            try (open;
                    log) {
                feed.stop();
            }
        }
    }
}
