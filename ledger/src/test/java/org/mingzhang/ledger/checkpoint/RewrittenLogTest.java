package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** What is no longer the log of the checkpoints that were kept gets no signature, and is not forgotten. */
class RewrittenLogTest {
    private static final String STREAM = "411200-103-2025";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_log_that_is_rewritten_while_it_is_in_use_gets_no_further_checkpoint(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 10));
            String kept = keeper.cut();
            new Superuser(open).rewrites(STREAM, 12);

            assertThat(keeper.cut()).isEqualTo(kept);
            assertThat(keeper.broken()).get().asString().contains("up to position 10");
            assertThat(keeper.standing().isSound()).isFalse();
            assertThat(keeper.notes()).containsExactly(kept);
            assertThatThrownBy(keeper::rotate).isInstanceOf(NoCheckpointException.class);

            CheckpointKeeper restarted = keeper(open, log);
            assertThat(restarted.cut()).isEqualTo(kept);
            assertThat(restarted.broken()).get().asString().contains("up to position 10");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void as_many_events_with_another_root_are_told_too(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 10));
            String kept = keeper.cut();
            new Superuser(open).rewrites(STREAM, 10);

            assertThat(keeper.cut()).isEqualTo(kept);
            assertThat(keeper.broken()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_later_checkpoint_that_fits_does_not_cover_an_earlier_one_that_does_not(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            log.append(Histories.append(STREAM, -1, "a", 10));
            keeper(open, log).cut();
            new Superuser(open).rewrites(STREAM, 12);
            // as a release did that signed whatever it found
            SignerKey key = SignerKey.read(Files.readString(folder.resolve("key")));
            LogTree.Root root = new LogTree(open.dataSource()).latest();
            Files.writeString(
                    folder.resolve("checkpoints").resolve("000000000012.txt"),
                    key.sign(new Checkpoint(key.verifier().name(), 12, root.hash()).text()));

            assertThat(keeper(open, log).broken()).get().asString().contains("up to position 10");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_log_that_was_cut_short_is_told_before_it_grows_beyond_the_checkpoint(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 10));
            keeper.cut();
            new Superuser(open).rewrites(STREAM, 4);

            keeper.cut();
            assertThat(keeper.broken()).get().asString().contains("counts 10 events, the log has 4");
            log.append(Histories.append("411200-104-2025", -1, "b", 20));
            keeper.cut();
            assertThat(size(keeper.latest().orElseThrow())).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_root_that_does_not_come_from_the_events_is_not_signed(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 8));
            String kept = keeper.cut();
            log.append(Histories.append(STREAM, 7, "b", 8));
            new Superuser(open).does("update log_head set frontier = (select leaf from event_log where position = 3)");

            assertThat(keeper.cut()).isEqualTo(kept);
            assertThat(keeper.broken()).get().asString().contains("up to position 16 do not give the root");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_was_found_stays_found_until_people_take_the_file_away(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 10));
            keeper.cut();
            Superuser superuser = new Superuser(open);
            superuser.does("update log_head set tree_size = 9");
            keeper.cut();
            superuser.does("update log_head set tree_size = 10");

            assertThat(keeper.broken()).isPresent();
            assertThat(keeper(open, log).broken()).isPresent();
            Files.delete(folder.resolve("broken.txt"));
            assertThat(keeper(open, log).broken()).isEmpty();
        }
    }

    /** Without anything being recorded: whoever rewrites does not do so through the application. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_running_program_notices_by_itself(TestDatabase kind) throws Exception {
        try (OpenDatabase open = kind.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec());
                CheckpointKeeper keeper = new CheckpointKeeper(
                        open.dataSource(),
                        log,
                        new LogTree(open.dataSource()),
                        folder,
                        "city.example",
                        Duration.ofMillis(50))) {
            log.append(Histories.append(STREAM, -1, "a", 10));
            keeper.start();
            keeper.cut();
            assertThat(keeper.broken()).isEmpty();
            new Superuser(open).rewrites(STREAM, 10);

            Instant end = Instant.now().plusSeconds(20);
            while (keeper.broken().isEmpty()) {
                assertThat(Instant.now()).isBefore(end);
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private static long size(String note) {
        return Checkpoint.read(SignedNote.read(note).text()).size();
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
