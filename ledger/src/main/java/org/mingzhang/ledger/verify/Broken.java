package org.mingzhang.ledger.verify;

/** Something does not hold; the message is the sentence for the person who verifies. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
        super(message);
    }
}
