package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2's side of the rule that the log is append-only; PostgreSQL has a trigger of its own. */
public final class AppendOnlyTrigger implements Trigger {
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("the log is append-only: change refused");
    }
}
