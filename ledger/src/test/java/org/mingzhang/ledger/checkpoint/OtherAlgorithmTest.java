package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.ledger.checkpoint.ExportedLog.verified;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.proof.SignatureScheme;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.testing.EcdsaP256;
import org.mingzhang.ledger.testing.TestDatabase;

/** Signatures by an algorithm that the program does not know of itself, from append to verification. */
class OtherAlgorithmTest {
    private static final String STREAM = "411200-103-2025";

    @TempDir
    Path folder;

    @Test
    void an_installation_signs_with_another_algorithm_and_everything_verifies() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            CheckpointKeeper keeper = exported.keeper(EcdsaP256.NAME);
            VerifierKey key = keeper.verifier();
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            Path older = exported.kept(keeper.cut());
            exported.log().append(Histories.append(STREAM, 9, "b", 300));

            assertThat(verified(exported.whole(), older, "--key", key)).startsWith("0 Everything holds: 310 events");
            assertThat(verified(exported.ofStream(STREAM, OptionalLong.of(10)), older, "--key", key))
                    .startsWith("0 ");
            assertThat(verified(exported.kept(exported.export().inclusion(5)), "--key", key))
                    .startsWith("0 It holds");
            assertThat(verified(exported.kept(exported.export().growth(10)), older, "--key", key))
                    .startsWith("0 It holds");
            assertThat(keeper.against(Files.readString(older))).isEmpty();
            assertThat(keeper.against(Files.readString(older).replaceFirst("\n10\n", "\n11\n")))
                    .isPresent();
        }
    }

    @Test
    void a_key_of_one_algorithm_is_succeeded_by_a_key_of_another() throws Exception {
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            VerifierKey before = exported.keeper().verifier();
            Path older = exported.kept(exported.keeper().cut());
            VerifierKey after = exported.keeper(EcdsaP256.NAME).rotate();
            exported.log().append(Histories.append(STREAM, 9, "b", 5));

            assertThat(after).isNotEqualTo(before);
            assertThat(exported.keeper().verifier()).isEqualTo(after);
            for (VerifierKey trusted : new VerifierKey[] {before, after}) {
                assertThat(verified(exported.whole(), older, "--key", trusted)).startsWith("0 ");
            }
        }
    }

    @Test
    void an_algorithm_that_nobody_brought_is_refused_in_words() throws Exception {
        assertThatThrownBy(() -> SignatureScheme.named("SM2"))
                .isInstanceOf(UnreadableNote.class)
                .hasMessage("the signature algorithm SM2 is not known");
        try (ExportedLog exported = new ExportedLog(TestDatabase.H2, folder)) {
            exported.log().append(Histories.append(STREAM, -1, "a", 10));
            exported.keeper().cut();
            Path key = folder.resolve("ledger").resolve("key");
            SignerKey present = SignerKey.read(Files.readString(key));
            String unknown = "x+00000000+CRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n";
            Files.writeString(key, unknown + present.secret().split("\n")[1] + "\n");

            CheckpointKeeper keeper = exported.keeper();
            keeper.cut();
            assertThat(keeper.standing().trouble()).get().asString().contains("the signature algorithm 9 is not known");
            assertThat(verified(exported.whole(), "--key", unknown.strip()))
                    .startsWith("2 ")
                    .contains("the signature algorithm 9 is not known");
        }
    }
}
