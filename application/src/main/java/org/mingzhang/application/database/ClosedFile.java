package org.mingzhang.application.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Throws connections of the embedded database away when it has closed itself, as it does when its file cannot be written.
 *
 * <p>It opens again with the first connection after the last one is gone; the pool by itself would keep those that it has.
 */
public final class ClosedFile implements SQLExceptionOverride {
    private static final int GENERAL_ERROR = 50_000;
    private static final int CLOSED = 90_098;
    private static final int SHUT_DOWN = 90_121;

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case GENERAL_ERROR, CLOSED, SHUT_DOWN -> Override.MUST_EVICT;
            default -> Override.CONTINUE_EVICT;
        };
    }
}
