package org.mingzhang.ledger.proof;

/** A note, a key or a checkpoint that is not written as it should be; the message says what is wrong in a few words. */
public final class UnreadableNote extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public UnreadableNote(String message) {
        super(message);
    }
}
