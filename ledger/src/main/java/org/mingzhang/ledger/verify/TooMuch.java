package org.mingzhang.ledger.verify;

/** Honest or not, it does not fit into this memory; nothing was found out about the ledger. */
final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuch(String message) {
        super(message);
    }
}
