package org.mingzhang.application.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the database cannot be used, instead of eighty lines of stack. */
class DatabaseFailure extends AbstractFailureAnalyzer<SQLException> {
    /** H2: another process holds the lock of the file. */
    private static final int ALREADY_OPEN = 90020;

    private static final String NOT_ALLOWED = "42501";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (cause.getErrorCode() == ALREADY_OPEN) {
            return new FailureAnalysis(
                    "数据目录正被另一个明账进程使用 · Another Mingzhang is using this data folder: " + cause.getMessage(),
                    "Stop the other one, or choose another folder with --data.",
                    rootFailure);
        }
        // Class 08 of the SQL standard: no connection; class 28: not allowed in.
        String state = cause.getSQLState();
        if (state != null && (state.startsWith("08") || state.startsWith("28"))) {
            return new FailureAnalysis(
                    "数据库无法连接 · The database cannot be reached: " + cause.getMessage(),
                    "Check MINGZHANG_DB_URL, MINGZHANG_DB_USER and MINGZHANG_DB_PASSWORD, and that the server runs.",
                    rootFailure);
        }
        if (NOT_ALLOWED.equals(state)) {
            return new FailureAnalysis(
                    "数据库角色权限不足 · The role may not do this in the database: " + cause.getMessage(),
                    "After a new release start once with MINGZHANG_DB_OWNER and MINGZHANG_DB_OWNER_PASSWORD, so that the"
                            + " owner of the tables migrates them.",
                    rootFailure);
        }
        return null;
    }
}
