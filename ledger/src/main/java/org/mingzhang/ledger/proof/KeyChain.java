package org.mingzhang.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/** The keys that a log was signed with one after another, the present one last, and what each may have signed. */
public final class KeyChain {
    private final List<KeySuccession> successions;
    private final VerifierKey present;

    private KeyChain(List<KeySuccession> successions, VerifierKey present) {
        this.successions = successions;
        this.present = present;
    }

    /** Refuses successions that do not lead to the present key without a gap. */
    public static KeyChain of(List<KeySuccession> successions, VerifierKey present) {
        long size = 0;
        for (int at = 0; at < successions.size(); at++) {
            KeySuccession one = successions.get(at);
            VerifierKey next =
                    at + 1 < successions.size() ? successions.get(at + 1).before() : present;
            if (!one.after().equals(next)) {
                throw new UnreadableNote("the succession of keys is broken after its part " + (at + 1));
            }
            if (one.size() < size) {
                throw new UnreadableNote("the succession of keys goes back at its part " + (at + 1));
            }
            size = one.size();
        }
        return new KeyChain(List.copyOf(successions), present);
    }

    public VerifierKey present() {
        return present;
    }

    /** Every key, the oldest first. */
    public List<VerifierKey> keys() {
        List<VerifierKey> keys = new ArrayList<>();
        successions.forEach(one -> keys.add(one.before()));
        keys.add(present);
        return keys;
    }

    /** Whether a key that may sign for that many events signed the note. */
    public boolean signed(SignedNote note, long size) {
        List<VerifierKey> keys = keys();
        for (int at = 0; at < keys.size(); at++) {
            boolean late = at > 0 && size < successions.get(at - 1).size();
            boolean early =
                    at < successions.size() && size > successions.get(at).size();
            if (!late && !early && note.isSignedBy(keys.get(at))) {
                return true;
            }
        }
        return false;
    }
}
