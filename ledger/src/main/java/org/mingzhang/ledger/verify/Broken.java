package org.mingzhang.ledger.verify;

/** Something does not hold; the message is the sentence for the person who verifies, fit to be printed. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
        super(Shown.text(message));
    }
}
