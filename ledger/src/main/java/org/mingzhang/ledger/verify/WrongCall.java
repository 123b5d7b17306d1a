package org.mingzhang.ledger.verify;

/** The program was called in a way that says nothing about any ledger. */
final class WrongCall extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongCall(String message) {
        super(Shown.text(message));
    }
}
