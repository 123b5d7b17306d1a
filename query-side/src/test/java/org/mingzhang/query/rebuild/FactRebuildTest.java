package org.mingzhang.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.query.rebuild.GenerationState.DIFFERENT;
import static org.mingzhang.query.rebuild.GenerationState.KEPT;
import static org.mingzhang.query.rebuild.GenerationState.LIVE;
import static org.mingzhang.query.rebuild.GenerationState.READY;
import static org.mingzhang.query.rebuild.GenerationState.REMOVED;
import static org.mingzhang.query.rebuild.GenerationState.REMOVING;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.boot.health.contributor.Status;

/** Facts are made again beside the live ones; nothing is switched to that was not compared. */
class FactRebuildTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_made_again_is_compared_and_waits_to_be_switched_to(TestDatabase database) throws SQLException {
        try (FollowedFacts facts = new FollowedFacts(database).record(120)) {
            Rebuild rebuild = facts.rebuild();
            int again = Rebuilt.compared(rebuild);
            assertThat(facts.state(again)).isEqualTo(READY);
            assertThat(facts.state(1)).isEqualTo(LIVE);
            assertThat(facts.rows(again)).isEqualTo(facts.rows(1));
            Comparison comparison = facts.comparison(again);
            assertThat(comparison.equal()).isTrue();
            assertThat(comparison.position()).isEqualTo(120);
            assertThat(comparison.rows()).isEqualTo(facts.rows(1).size());
            assertThat(comparison.howFar().inAll()).as("counted before").isEqualTo(comparison.rows());
            assertThat(comparison.howFar().worked()).isPositive();
            assertThat(facts.status().provedEqual()).contains(comparison);

            rebuild.makeLive(again, false);
            facts.record(30); // not what it was compared with, and must not be lost by the switch
            Rebuilt.work(rebuild);
            assertThat(facts.state(again)).isEqualTo(LIVE);
            assertThat(facts.state(1)).isEqualTo(KEPT);
            assertThat(facts.status().live().position()).isEqualTo(150);
            facts.record(10);
            assertThat(facts.rows(again)).isEqualTo(facts.rows(Rebuilt.compared(rebuild)));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_changed_row_is_found_named_and_not_switched_to_unless_told_so(TestDatabase database) throws SQLException {
        try (FollowedFacts facts = new FollowedFacts(database).record(150)) {
            facts.beneath("update fact_posting set delta_fen = delta_fen + 1 where position ="
                    + " (select max(position) from fact_posting) and ordinal = 0");
            facts.beneath("update fact_row set body = '{}' where kind = 'header' and budget = '990000-901-2025'");
            Rebuild rebuild = facts.rebuild();
            int again = Rebuilt.compared(rebuild);
            assertThat(facts.state(again)).isEqualTo(DIFFERENT);
            assertThat(facts.comparison(again).different()).isEqualTo(2);
            assertThat(facts.comparison(again).first().orElseThrow()).contains("posting 0 of position");
            assertThat(facts.status().provedEqual()).isEmpty();

            assertRefused("different", () -> rebuild.makeLive(again, false));
            assertThat(facts.state(again)).isEqualTo(DIFFERENT);
            rebuild.makeLive(again, true);
            Rebuilt.work(rebuild);
            assertThat(facts.state(Rebuilt.compared(rebuild))).isEqualTo(READY);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_missing_row_a_row_too_many_and_a_row_closed_too_early_are_found(TestDatabase database) throws SQLException {
        for (String damage : new String[] {
            "delete from fact_posting where generation = 1 and position = (select max(position) from fact_posting)",
            "insert into fact_row values (1, '990000-901-2026', 'header', '', 7, 9223372036854775807, '{}')",
            "update fact_row set to_position = from_position + 1 where kind = 'header' and generation = 1"
        }) {
            try (FollowedFacts facts = new FollowedFacts(database).record(100)) {
                facts.beneath(damage);
                assertThat(facts.state(Rebuilt.compared(facts.rebuild())))
                        .as(damage)
                        .isEqualTo(DIFFERENT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void stored_sums_that_the_postings_do_not_add_up_to_are_found(TestDatabase database) throws SQLException {
        try (FollowedFacts facts = new FollowedFacts(database).record(100)) {
            facts.beneath("insert into fact_sum (generation, budget, position, part, sums)"
                    + " select 1, min(budget), 100, 0, "
                    + (database == TestDatabase.H2 ? "X'01000000000000'" : "'\\x01000000000000'::bytea")
                    + " from fact_posting");
            Rebuild rebuild = facts.rebuild();
            int again = Rebuilt.compared(rebuild);
            assertThat(facts.state(again)).isEqualTo(DIFFERENT);
            assertThat(facts.comparison(again).first().orElseThrow()).contains("sums of position 100");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_digest_does_not_depend_on_the_pieces_in_which_rows_were_written(TestDatabase database)
            throws SQLException {
        try (FollowedFacts slowly = new FollowedFacts(database);
                FollowedFacts atOnce = new FollowedFacts(database)) {
            for (int event = 0; event < 60; event++) {
                slowly.record(1);
            }
            atOnce.record(60);
            int one = Rebuilt.compared(slowly.rebuild());
            int other = Rebuilt.compared(atOnce.rebuild());
            assertThat(slowly.comparison(one).ownDigest())
                    .isEqualTo(slowly.comparison(one).liveDigest())
                    .isEqualTo(atOnce.comparison(other).ownDigest());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_roll_back_catches_up_first_and_shows_no_fewer_events(TestDatabase database) throws SQLException {
        try (FollowedFacts facts = new FollowedFacts(database).record(80)) {
            Rebuild rebuild = facts.rebuild();
            int second = Rebuilt.live(rebuild);
            facts.record(70);
            rebuild.makeLive(1, false);
            Rebuilt.work(rebuild);
            assertThat(facts.state(1)).isEqualTo(LIVE);
            assertThat(facts.state(second)).isEqualTo(KEPT);
            assertThat(facts.status().live().position()).isEqualTo(150);
            assertThat(facts.rows(1)).isEqualTo(facts.rows(Rebuilt.compared(rebuild)));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void only_the_live_generation_and_the_one_before_stay(TestDatabase database) throws SQLException {
        try (FollowedFacts facts = new FollowedFacts(database).record(80)) {
            Rebuild rebuild = facts.rebuild();
            int second = Rebuilt.live(rebuild);
            facts.beneath("insert into fact_sum (generation, budget, position, part, sums)"
                    + " values (1, '411200-103-2025', 9, 0, ''), (1, '411200-104-2025', 9, 0, '')");
            facts.later(Duration.ofSeconds(1));
            int third = Rebuilt.live(rebuild);
            assertThat(facts.state(1)).isEqualTo(REMOVING);
            assertThat(facts.rows(1)).as("somebody may still be reading it").isNotEmpty();
            facts.later(Removing.GRACE.plusSeconds(1));
            Rebuilt.work(rebuild);
            assertThat(facts.state(1)).isEqualTo(REMOVED);
            assertThat(facts.rows(1)).isEmpty();
            assertThat(facts.sums(1)).isEmpty();
            assertThat(facts.sums(second)).isEqualTo(facts.sums(third));
            assertThat(facts.state(second)).isEqualTo(KEPT);
            assertThat(facts.state(third)).isEqualTo(LIVE);
            assertThat(facts.rows(second)).isEqualTo(facts.rows(third));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_cannot_be_done_as_things_are_is_refused(TestDatabase database) throws SQLException {
        try (FollowedFacts facts = new FollowedFacts(database).record(20)) {
            Rebuild rebuild = facts.rebuild();
            int second = rebuild.start("keeper");
            assertRefused("under-way", () -> rebuild.start("keeper"));
            assertRefused("not-ready", () -> rebuild.makeLive(second, true));
            assertRefused("unknown", () -> rebuild.makeLive(77, true));
            assertRefused("in-use", () -> rebuild.remove(1));
            Rebuilt.work(rebuild);
            rebuild.makeLive(second, false);
            rebuild.makeLive(second, false); // a second click
            assertRefused("in-use", () -> rebuild.remove(second));
            Rebuilt.work(rebuild);
            rebuild.makeLive(second, false);
            assertThat(facts.state(second)).isEqualTo(LIVE);
            int third = rebuild.start("keeper");
            assertRefused("under-way", () -> rebuild.makeLive(1, false));
            rebuild.remove(third);
            rebuild.remove(third);
            rebuild.makeLive(1, false);
            Rebuilt.work(rebuild);
            assertThat(facts.state(third)).isEqualTo(REMOVED);
            assertThat(facts.state(1)).isEqualTo(LIVE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_an_older_fold_made_is_made_again_and_switched_to_by_itself(TestDatabase database) throws SQLException {
        try (FollowedFacts facts = new FollowedFacts(database).record(40)) {
            Rebuild rebuild = facts.rebuild();
            assertThat(rebuild.startWhenFoldChanged()).isEmpty();
            facts.beneath("update fact_generation set fold = 0");
            facts.beneath("update fact_row set body = '{\"of\":\"an older fold\"}' where kind = 'header'");
            int again = rebuild.startWhenFoldChanged().orElseThrow();
            assertThat(rebuild.startWhenFoldChanged()).as("another node").isEmpty();
            Rebuilt.work(rebuild);
            assertThat(facts.state(again)).isEqualTo(LIVE);
            assertThat(facts.comparison(again).equal()).isFalse();
            assertThat(rebuild.startWhenFoldChanged()).isEmpty();
        }
    }

    /** Whoever only wants to know keeps what can be rolled back to, and nothing is switched. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_generation_before_is_compared_and_stays_what_it_is(TestDatabase database) throws SQLException {
        try (FollowedFacts facts = new FollowedFacts(database).record(40)) {
            Rebuild rebuild = facts.rebuild();
            facts.beneath("update fact_generation set fold = 0");
            int second = rebuild.startWhenFoldChanged().orElseThrow();
            Rebuilt.work(rebuild);
            int third = Rebuilt.live(rebuild);
            facts.record(20);
            rebuild.compare(second);
            Rebuilt.work(rebuild);
            assertThat(facts.state(second)).isEqualTo(KEPT);
            assertThat(facts.state(third)).isEqualTo(LIVE);
            assertThat(facts.comparison(second).equal()).isTrue();
            assertThat(facts.comparison(second).position()).isEqualTo(60);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_difference_that_was_found_outweighs_an_older_proof(TestDatabase database) throws SQLException {
        try (FollowedFacts facts = new FollowedFacts(database).record(40)) {
            Rebuild rebuild = facts.rebuild();
            int second = Rebuilt.compared(rebuild);
            rebuild.remove(second);
            Rebuilt.work(rebuild);
            assertThat(rebuild.different()).isEmpty();
            facts.beneath("update fact_row set body = '{}' where kind = 'header' and generation = 1");
            int third = Rebuilt.compared(rebuild);
            assertThat(rebuild.provedEqual()).isPresent();
            assertThat(rebuild.different().orElseThrow().generation()).isEqualTo(third);
            assertThat(new RebuildHealth(rebuild).health().getStatus()).isEqualTo(Status.DOWN);
            rebuild.makeLive(third, true);
            Rebuilt.work(rebuild);
            assertThat(rebuild.different()).isEmpty();
            assertThat(new RebuildHealth(rebuild).health().getStatus()).isEqualTo(Status.UP);
        }
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        RebuildRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
