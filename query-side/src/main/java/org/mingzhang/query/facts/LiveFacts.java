package org.mingzhang.query.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Which generation of the facts is read, and how far it is: the one row that everybody looks at.
 *
 * @param position the last event that its rows cover
 */
public record LiveFacts(int generation, long position) {
    private static final String SELECT = "select generation, position from projection where name = 'facts'";

    /** As it stands now. */
    public static LiveFacts read(Connection connection) throws SQLException {
        return ask(connection, SELECT);
    }

    /** Keeps everybody else from moving or switching until the transaction ends. */
    public static LiveFacts take(Connection connection) throws SQLException {
        return ask(connection, SELECT + " for update");
    }

    /** Says so; only on a connection that has taken the row. */
    public void write(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update projection set generation = ?, position = ? where name = 'facts'")) {
            update.setInt(1, generation);
            update.setLong(2, position);
            update.executeUpdate();
        }
    }

    private static LiveFacts ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet result = select.executeQuery()) {
            if (!result.next()) {
                throw new IllegalStateException("the position row of the facts is missing");
            }
            return new LiveFacts(result.getInt(1), result.getLong(2));
        }
    }
}
