package org.mingzhang.ledger.follow;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows that one node takes and all others wait for. */
public final class HeldRows {
    private HeldRows() {}

    /**
     * Lets PostgreSQL end this transaction when its process stands still in it, as one that is frozen or cut off does;
     * the embedded database has no other process that could wait.
     */
    public static void notForEver(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local idle_in_transaction_session_timeout = '15s'");
            }
        }
    }
}
