package org.mingzhang.ledger.store;

/** The log is hashed with another algorithm than the installation asks for; only its settings can mend that. */
public final class OtherTreeHashException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    OtherTreeHashException(String stored, String asked) {
        super("the log is hashed with " + stored + ", and mingzhang.tree-hash asks for " + asked);
    }
}
