package org.mingzhang.ledger.checkpoint;

/** No checkpoint is signed at present; the message says why, for whoever operates the installation. */
public final class NoCheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoCheckpointException(String why) {
        super(why);
    }
}
