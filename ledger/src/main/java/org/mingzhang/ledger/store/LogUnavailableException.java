package org.mingzhang.ledger.store;

/** The log cannot answer now; whether an append happened is told by its receipt when it can again. */
public final class LogUnavailableException extends RuntimeException {
    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
