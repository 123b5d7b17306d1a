package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.SignatureScheme;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** Checkpoints that cannot be kept are told, before anybody misses them. */
class OverdueCheckpointTest {
    private static final String STREAM = "411200-103-2025";
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-12-31T23:50:00Z"));

    @Test
    void two_intervals_without_one_while_the_log_grew_are_too_many() throws Exception {
        try (OpenDatabase open = TestDatabase.H2.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 3));
            String kept = keeper.cut();
            now.updateAndGet(time -> time.plus(INTERVAL.multipliedBy(3)));
            assertThat(keeper.standing().isSound()).as("nothing happened since").isTrue();

            Path checkpoints = folder.resolve("checkpoints");
            Files.move(checkpoints, folder.resolve("away"));
            Files.writeString(checkpoints, "where a folder should be");
            log.append(Histories.append(STREAM, 2, "b", 3));
            assertThat(keeper.cut()).isEqualTo(kept);
            assertThat(keeper.standing().trouble()).isPresent();
            assertThat(keeper.standing().overdue()).isTrue();
            assertThat(keeper.standing().isSound()).isFalse();
            assertThat(keeper.standing().events()).isEqualTo(3);

            Files.delete(checkpoints);
            Files.move(folder.resolve("away"), checkpoints);
            keeper.cut();
            assertThat(keeper.standing().trouble()).isEmpty();
            assertThat(keeper.standing().isSound()).isTrue();
            assertThat(keeper.standing().events()).isEqualTo(6);
        }
    }

    /** So that no folder ever has more than a year of them; what earlier releases kept stays where it is. */
    @Test
    void each_year_has_a_folder_of_its_own_and_older_ones_beside_them_are_found() throws Exception {
        try (OpenDatabase open = TestDatabase.H2.open();
                JdbcEventLog log = new JdbcEventLog(open.dataSource(), new EventCodec())) {
            CheckpointKeeper keeper = keeper(open, log);
            log.append(Histories.append(STREAM, -1, "a", 3));
            String flat = keeper.cut();
            Path checkpoints = folder.resolve("checkpoints");
            Files.move(checkpoints.resolve("2026/000000000003.txt"), checkpoints.resolve("000000000003.txt"));
            log.append(Histories.append(STREAM, 2, "b", 3));
            String before = keeper.cut();
            now.updateAndGet(time -> time.plus(INTERVAL));
            log.append(Histories.append(STREAM, 5, "c", 3));
            String after = keeper.cut();

            assertThat(files(checkpoints))
                    .containsExactly("000000000003.txt", "2026/000000000006.txt", "2027/000000000009.txt");
            CheckpointKeeper restarted = keeper(open, log);
            assertThat(restarted.notes()).containsExactly(flat, before, after);
            assertThat(restarted.latest()).hasValue(after);
            assertThat(restarted.covering(4)).hasValue(before);
        }
    }

    private static Stream<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private CheckpointKeeper keeper(OpenDatabase open, JdbcEventLog log) {
        return new CheckpointKeeper(
                        open.dataSource(),
                        log,
                        new LogTree(open.dataSource()),
                        folder,
                        "city.example",
                        INTERVAL,
                        SignatureScheme.named(SignatureScheme.USUAL),
                        now::get)
                .open();
    }
}
