package org.mingzhang.ledger.verify;

import java.util.Optional;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.KeyChain;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;

/** The keys of a log, one of which has to have signed each checkpoint at its size. */
final class Signatures implements KnownCheckpoints.Notes {
    private final KeyChain keys;

    /** @param trusted has to be one of them */
    Signatures(KeyChain keys, Optional<VerifierKey> trusted) {
        if (trusted.isPresent() && !keys.keys().contains(trusted.get())) {
            throw new Broken("the bundle is not signed by " + trusted.get().name() + " with the key that was given");
        }
        this.keys = keys;
    }

    VerifierKey present() {
        return keys.present();
    }

    /** Whether a key that may sign at that size signed it. */
    boolean signed(SignedNote note, long size) {
        return keys.signed(note, size);
    }

    Checkpoint checkpoint(String text, String which) {
        try {
            SignedNote note = SignedNote.read(text);
            Checkpoint checkpoint = Checkpoint.read(note.text());
            if (!keys.signed(note, checkpoint.size())) {
                throw new Broken(which + " is not signed by " + keys.present().name());
            }
            return checkpoint;
        } catch (UnreadableNote e) {
            throw new Broken(which + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public Checkpoint read(String note, String which) {
        return checkpoint(note, which);
    }

    /** Whose they are, in a sentence. */
    String words() {
        String words = "Signed by " + Shown.text(keys.present().name()) + ".\n";
        int changes = keys.keys().size() - 1;
        return changes == 0 ? words : words + "Its key was changed " + changes + " times, each time signed by both.\n";
    }
}
