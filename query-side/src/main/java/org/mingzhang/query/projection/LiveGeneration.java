package org.mingzhang.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Which generation of a projection is read, and how far it is: the one row that everybody looks at.
 *
 * @param projection its name, as stored
 * @param position the last event that its rows cover
 */
public record LiveGeneration(String projection, int generation, long position) {
    private static final String SELECT = "select generation, position from projection where name = ?";

    /** As it stands now. */
    public static LiveGeneration read(Connection connection, String projection) throws SQLException {
        return ask(connection, projection, SELECT);
    }

    /** Keeps everybody else from moving or switching until the transaction ends. */
    public static LiveGeneration take(Connection connection, String projection) throws SQLException {
        return ask(connection, projection, SELECT + " for update");
    }

    /** The same generation, further on. */
    public LiveGeneration at(long reached) {
        return new LiveGeneration(projection, generation, reached);
    }

    /** Says so; only on a connection that has taken the row. */
    public void write(Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update projection set generation = ?, position = ? where name = ?")) {
            update.setInt(1, generation);
            update.setLong(2, position);
            update.setString(3, projection);
            update.executeUpdate();
        }
    }

    private static LiveGeneration ask(Connection connection, String projection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, projection);
            try (ResultSet result = select.executeQuery()) {
                if (!result.next()) {
                    throw new IllegalStateException("the position row of the " + projection + " is missing");
                }
                return new LiveGeneration(projection, result.getInt(1), result.getLong(2));
            }
        }
    }
}
