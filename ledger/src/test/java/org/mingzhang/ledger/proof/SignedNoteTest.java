package org.mingzhang.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final SignerKey KEY = SignerKey.generate("mingzhang.example/411200");
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("mingzhang.example/411200", 106, TreeHash.usual().ofLeaf(new byte[] {1}));

    /** From the signed-note specification: another implementation's key and signature. */
    @Test
    void a_note_that_another_program_signed_is_verified() {
        VerifierKey key = VerifierKey.read("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String text = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        SignedNote note = SignedNote.read(
                text + "\n"
                        + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");

        assertThat(note.text()).isEqualTo(text);
        assertThat(note.isSignedBy(key)).isTrue();
        assertThat(note.isSignedBy(KEY.verifier())).isFalse();
        assertThat(key).hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @Test
    void a_signed_checkpoint_is_read_back() {
        String note = KEY.sign(CHECKPOINT.text());

        SignedNote read = SignedNote.read(note);

        assertThat(read.isSignedBy(VerifierKey.read(KEY.verifier().toString()))).isTrue();
        assertThat(Checkpoint.read(read.text())).isEqualTo(CHECKPOINT);
    }

    @Test
    void a_key_that_was_kept_signs_as_before() {
        SignerKey kept = SignerKey.read(KEY.secret());

        assertThat(SignedNote.read(kept.sign("x\n")).isSignedBy(KEY.verifier())).isTrue();
        assertThat(kept.sign("x\n")).isEqualTo(KEY.sign("x\n"));
    }

    @Test
    void no_character_of_a_signed_checkpoint_can_be_another() {
        String note = KEY.sign(CHECKPOINT.text());
        for (int at = 0; at < note.length(); at++) {
            char other = note.charAt(at) == 'A' ? 'B' : 'A';
            String changed = note.substring(0, at) + other + note.substring(at + 1);
            assertThat(holds(changed)).as("character %s", at).isFalse();
        }
    }

    private static boolean holds(String note) {
        try {
            SignedNote read = SignedNote.read(note);
            return read.isSignedBy(KEY.verifier())
                    && Checkpoint.read(read.text()).equals(CHECKPOINT);
        } catch (UnreadableNote e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "x+y",
                "x+00000000+",
                "x+00000000+AQ==",
                "x+00000000+!!!!",
                "x+00000000+CRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "a b+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void a_verifier_key_that_is_none_is_refused_in_words(String text) {
        assertThatThrownBy(() -> VerifierKey.read(text)).isInstanceOf(UnreadableNote.class);
    }

    @Test
    void a_checkpoint_that_is_none_is_refused_in_words() {
        for (String text : List.of(
                "",
                "a\n",
                "a\n1\n",
                "a\n-1\nAA==\n",
                "a\n01\nAA==\n",
                "a\n1\nAA==\n",
                "a b\n1\n" + CHECKPOINT.root().base64() + "\n",
                "a\n99999999999999999999\n" + CHECKPOINT.root().base64() + "\n")) {
            assertThatThrownBy(() -> Checkpoint.read(text)).isInstanceOf(UnreadableNote.class);
        }
    }
}
