package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.ledger.checkpoint.ExportedLog.verified;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.proof.VerifierKey;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.testing.TestDatabase;

/** A key that goes missing is never replaced by itself: nothing is signed until it is back. */
class MissingKeyTest {
    private static final String STREAM = "411200-103-2025";

    @TempDir
    Path folder;

    @Test
    void a_key_that_is_removed_while_the_program_runs_is_not_made_anew() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            CheckpointKeeper keeper = exported.keeper();
            VerifierKey known = keeper.verifier();
            String kept = keeper.cut();
            assertThat(keeper.standing().isSound()).isTrue();
            byte[] secret = Files.readAllBytes(ledger("key"));
            Files.delete(ledger("key"));
            exported.log().append(Histories.append(STREAM, 9, "b", 5));

            assertThat(keeper.cut()).isEqualTo(kept);
            assertThat(keeper.verifier()).isEqualTo(known);
            assertThat(keeper.against(kept)).isEmpty();
            assertThat(keeper.standing().isSound()).isFalse();
            assertThat(keeper.standing().trouble()).get().asString().contains("the key is missing");
            assertThatThrownBy(keeper::rotate).isInstanceOf(NoCheckpointException.class);
            assertThat(exported.keeper().verifier()).isEqualTo(known);
            assertThat(ledger("key")).doesNotExist();
            assertThat(verified(exported.whole(), "--key", known)).startsWith("0 Everything holds: 10 events");

            Files.write(ledger("key"), secret);
            assertThat(keeper.cut()).contains("\n15\n");
            assertThat(keeper.standing().isSound()).isTrue();
        }
    }

    /** As when a mount drops for a moment: the mount point is empty, or not there. */
    @Test
    void a_folder_that_is_away_for_a_while_is_not_begun_anew() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            CheckpointKeeper keeper = exported.keeper();
            VerifierKey known = keeper.verifier();
            String kept = keeper.cut();
            keeper.rotate();
            VerifierKey rotated = keeper.verifier();
            Files.move(folder.resolve("ledger"), folder.resolve("elsewhere"));

            assertThat(keeper.cut()).isEqualTo(kept);
            assertThat(keeper.latest()).hasValue(kept);
            assertThat(keeper.verifier()).isEqualTo(rotated).isNotEqualTo(known);
            assertThat(keeper.successions()).hasSize(1);
            assertThat(keeper.against(kept)).isEmpty();
            assertThat(keeper.standing().isSound()).isFalse();
            Files.createDirectory(folder.resolve("ledger"));
            assertThat(keeper.cut()).isEqualTo(kept);
            assertThat(keeper.verifier()).isEqualTo(rotated);
            assertThat(ledger("key")).doesNotExist();
        }
    }

    @Test
    void a_start_that_finds_checkpoints_but_no_key_makes_none() throws Exception {
        for (String left : new String[] {"checkpoints", "succession-001.txt", "key.pub"}) {
            Path own = Files.createTempDirectory(folder, "one");
            try (ExportedLog exported = new ExportedLog(TestDatabase.H2, own)) {
                exported.log().append(Histories.append(STREAM, -1, "a", 10));
                exported.keeper().cut();
                exported.keeper().rotate();
                removeAllBut(own.resolve("ledger"), left);

                CheckpointKeeper keeper = exported.keeper();
                assertThat(keeper.standing().isSound()).as(left).isFalse();
                assertThat(own.resolve("ledger/key")).as(left).doesNotExist();
            }
        }
    }

    @Test
    void a_key_that_nobody_was_told_of_signs_nothing() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            CheckpointKeeper keeper = exported.keeper();
            String kept = keeper.cut();
            Files.writeString(ledger("key"), SignerKey.generate("city.example").secret());
            exported.log().append(Histories.append(STREAM, 9, "b", 5));

            assertThat(keeper.cut()).isEqualTo(kept);
            assertThat(keeper.standing().trouble()).get().asString().contains("not the one that was handed out");
            Files.writeString(ledger("key"), "half a li");
            assertThat(keeper.cut()).isEqualTo(kept);
            assertThat(keeper.standing().trouble()).isPresent();
        }
    }

    private Path ledger(String file) {
        return folder.resolve("ledger").resolve(file);
    }

    private static void removeAllBut(Path ledger, String left) throws IOException {
        try (var files = Files.walk(ledger)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(ledger.resolve(left))) {
                    Files.delete(file);
                }
            }
        }
    }
}
