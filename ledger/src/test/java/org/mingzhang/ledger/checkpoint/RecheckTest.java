package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.store.RehashedRows;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** Every event is hashed anew from what it says, some at a time, while the program runs. */
class RecheckTest {
    private static final String STREAM = "411200-103-2025";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_event_that_was_changed_is_found_at_its_position_although_every_stored_hash_agrees(TestDatabase kind)
            throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 10));
            String kept = keeper.cut();
            new Superuser(open).does("update event_log set payload = metadata where position = 5");
            assertThat(keeper.against(kept)).as("hashes alone").isEmpty();

            Recheck recheck = recheck(keeper, open);
            throughAll(recheck);

            assertThat(keeper.broken()).get().asString().contains("position 5 was changed");
            assertThat(keeper.standing().isSound()).isFalse();
            assertThat(recheck.progress()).isEmpty();
            assertThat(keeper(open, log).broken()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_was_gone_through_is_not_gone_through_again_after_a_restart(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 1_200));
            keeper.cut();
            log.append(Histories.append(STREAM, 1_199, "b", 100));
            try (Recheck recheck = recheck(keeper, open)) {
                recheck.step();
                assertThat(recheck.progress()).map(Recheck.Progress::events).hasValue(500L);
                recheck.step();
            }
            Recheck again = recheck(keeper, open);
            again.start();
            again.close();
            assertThat(again.progress())
                    .map(Recheck.Progress::events)
                    .get()
                    .satisfies(events -> assertThat(events).isGreaterThanOrEqualTo(1_000L));
            throughAll(again);
            assertThat(again.progress()).map(Recheck.Progress::events).hasValue(1_300L);
            assertThat(keeper.broken()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_round_begins_again_and_finds_what_was_done_to_the_first_events_since(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 20));
            Recheck recheck = new Recheck(
                    keeper,
                    new LogTree(open.dataSource()),
                    new RehashedRows(open.dataSource(), TreeHash.usual()),
                    folder,
                    Duration.ZERO);
            recheck.step();
            assertThat(recheck.progress()).map(Recheck.Progress::events).hasValue(20L);
            new Superuser(open).does("delete from event_log where position = 2");
            recheck.step();
            assertThat(keeper.broken()).get().asString().contains("position 2 is missing");
            assertThat(recheck.progress())
                    .as("what was true of the round before stays said of it")
                    .map(Recheck.Progress::events)
                    .hasValue(20L);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_event_that_was_hashed_anew_is_narrowed_to_two_neighbouring_checkpoints(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            for (int part = 0; part < 4; part++) {
                log.append(Histories.append(STREAM, part * 10L - 1, "a" + part, 10));
                keeper.cut();
            }
            new Superuser(open).does("update event_log set payload = metadata where position = 15");
            Hash fits = new RehashedRows(open.dataSource(), TreeHash.usual())
                    .between(14, 15)
                    .getFirst()
                    .computed();
            leaf(open, 15, fits);

            throughAll(recheck(keeper, open));
            assertThat(keeper.broken()).get().asString().contains("from position 11 up to position 20");
        }
    }

    private static void throughAll(Recheck recheck) {
        Optional<Duration> rest = recheck.step();
        while (rest.isEmpty()) {
            rest = recheck.step();
        }
    }

    private static void leaf(OpenDatabase open, long position, Hash leaf) throws SQLException {
        try (Connection connection = open.dataSource().getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update event_log set leaf = ? where position = ?")) {
            update.setBytes(1, leaf.toArray());
            update.setLong(2, position);
            update.executeUpdate();
        }
    }

    private Recheck recheck(CheckpointKeeper keeper, OpenDatabase open) {
        return new Recheck(
                keeper,
                new LogTree(open.dataSource()),
                new RehashedRows(open.dataSource(), TreeHash.usual()),
                folder,
                Duration.ofDays(1));
    }

    private CheckpointKeeper keeper(OpenDatabase open, JdbcEventLog log) {
        return new CheckpointKeeper(
                        open.dataSource(),
                        log,
                        new LogTree(open.dataSource()),
                        folder,
                        "city.example",
                        Duration.ofHours(1))
                .open();
    }
}
