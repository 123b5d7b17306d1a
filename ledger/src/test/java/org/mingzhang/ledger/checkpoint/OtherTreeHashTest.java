package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.ledger.checkpoint.ExportedLog.verified;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.mingzhang.ledger.store.OtherTreeHashException;
import org.mingzhang.ledger.testing.Sha3;
import org.mingzhang.ledger.testing.TestDatabase;

/** A log hashed with an algorithm that the program does not know of itself, from append to verification. */
class OtherTreeHashTest {
    private static final String STREAM = "411200-103-2025";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_log_is_hashed_with_another_algorithm_and_everything_verifies(TestDatabase kind) throws Exception {
        try (ExportedLog exported = new ExportedLog(kind, folder, TreeHash.named(Sha3.NAME))) {
            VerifierKey key = exported.keeper().verifier();
            Path empty = exported.kept(exported.checkpoint());
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            Path older = exported.kept(exported.checkpoint());
            // more than one statement takes, then some at a time, and past a level of the tree that is kept
            exported.log().append(Histories.append(STREAM, 9, "b", 1_200));
            exported.log().append(Histories.append(STREAM, 1_209, "c", 3));

            assertThat(Files.readString(older)).contains("\ntree-hash SHA3-256\n");
            assertThat(verified(exported.whole(), older, "--key", key)).startsWith("0 Everything holds: 1213 events");
            assertThat(verified(exported.whole(), empty, "--key", key)).startsWith("0 Everything holds: 1213 events");
            assertThat(verified(exported.ofStream(STREAM, OptionalLong.of(10)), older, "--key", key))
                    .startsWith("0 ");
            assertThat(verified(exported.kept(exported.inclusion(5)), "--key", key))
                    .startsWith("0 It holds");
            assertThat(verified(exported.kept(exported.export().growth(10)), older, "--key", key))
                    .startsWith("0 It holds");
            assertThat(exported.keeper().against(Files.readString(older))).isEmpty();
            assertThat(exported.rehashed().between(0, 1_213))
                    .hasSize(1_213)
                    .allSatisfy(row -> assertThat(row.computed()).isEqualTo(row.stored()));
        }
    }

    @Test
    void what_hashes_anew_in_the_background_uses_the_algorithm_of_the_log() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder, TreeHash.named(Sha3.NAME))) {
            exported.log().append(Histories.append(STREAM, -1, "a", 700));
            CheckpointKeeper keeper = exported.keeper();
            keeper.cut();
            Recheck recheck = new Recheck(
                    keeper, exported.log().tree(), exported.rehashed(), folder.resolve("ledger"), Duration.ofDays(1));
            while (recheck.step().isEmpty()) {
                assertThat(keeper.broken()).isEmpty();
            }

            assertThat(recheck.progress().orElseThrow().events()).isEqualTo(700);
            assertThat(keeper.broken()).isEmpty();
        }
    }

    @Test
    void a_checkpoint_of_one_algorithm_never_fits_a_log_of_another() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            String note = exported.checkpoint();
            VerifierKey key = exported.keeper().verifier();
            Path forged = exported.kept(note.replaceFirst("\n\n", "\ntree-hash SHA3-256\n\n"));

            assertThat(Checkpoint.read(SignedNote.read(Files.readString(forged)).text())
                            .root()
                            .algorithm()
                            .name())
                    .isEqualTo(Sha3.NAME);
            assertThat(verified(exported.whole(), forged, "--key", key))
                    .startsWith("1 ")
                    .contains("the older checkpoint is not signed by city.example");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_log_that_was_begun_with_another_algorithm_is_not_written(TestDatabase kind) throws Exception {
        try (ExportedLog exported = new ExportedLog(kind, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            try (var other = exported.log(TreeHash.named(Sha3.NAME))) {
                assertThatThrownBy(() -> other.append(Histories.append(STREAM, 9, "b", 1)))
                        .isInstanceOf(LogUnavailableException.class)
                        .hasRootCauseInstanceOf(OtherTreeHashException.class)
                        .hasRootCauseMessage(
                                "the log is hashed with SHA-256, and mingzhang.tree-hash asks for SHA3-256");
                assertThatThrownBy(() -> other.tree().latest()).isInstanceOf(OtherTreeHashException.class);
            }
            assertThat(exported.log().head()).isEqualTo(10);
        }
    }

    @Test
    void an_algorithm_that_nobody_brought_is_refused_in_words() {
        assertThatThrownBy(() -> TreeHash.named("SM3"))
                .isInstanceOf(UnreadableNote.class)
                .hasMessage("the hash algorithm of the tree is not known: SM3");
        assertThatThrownBy(() -> Checkpoint.read(
                        "city.example\n0\n" + TreeHash.usual().ofNothing().base64() + "\ntree-hash SM3\n"))
                .isInstanceOf(UnreadableNote.class)
                .hasMessage("the hash algorithm of the tree is not known: SM3");
    }
}
