package org.mingzhang.ledger.codec;

/** The log holds something that this release cannot read; it names what and where, and is never skipped. */
public final class UnknownEventException extends IllegalStateException {
    UnknownEventException(String message) {
        super(message);
    }

    UnknownEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
