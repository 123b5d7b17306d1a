package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Deletes the rows of a generation, some at a time. */
final class Removing {
    /** Longer than any page reads. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final int EVENTS = 5_000;

    private Removing() {}

    /** Whether nobody can be reading it any more. */
    static boolean due(Generation generation, Instant now) {
        return generation.leftAt().map(left -> left.plus(GRACE).isBefore(now)).orElse(true);
    }

    /** One piece; the caller holds the row {@code rebuild}. */
    static void remove(Connection connection, Generation generation) throws SQLException {
        int removed = postings(connection, generation.number());
        if (removed == 0) {
            removed = rows(connection, generation.number());
        }
        if (removed == 0) {
            removed = sums(connection, generation.number());
        }
        if (removed == 0) {
            new Generations(connection).update(generation.in(GenerationState.REMOVED));
        }
    }

    private static int postings(Connection connection, int generation) throws SQLException {
        try (PreparedStatement first = connection.prepareStatement("select position from fact_posting"
                        + " where generation = ? order by generation, position fetch first 1 rows only");
                PreparedStatement delete =
                        connection.prepareStatement("delete from fact_posting where generation = ? and position < ?")) {
            first.setInt(1, generation);
            try (ResultSet result = first.executeQuery()) {
                if (!result.next()) {
                    return 0;
                }
                delete.setInt(1, generation);
                delete.setLong(2, result.getLong(1) + EVENTS);
                return delete.executeUpdate();
            }
        }
    }

    private static int rows(Connection connection, int generation) throws SQLException {
        try (PreparedStatement first = connection.prepareStatement("select budget, kind from fact_row"
                        + " where generation = ? order by generation, budget, kind fetch first 1 rows only");
                PreparedStatement delete = connection.prepareStatement(
                        "delete from fact_row where generation = ? and budget = ? and kind = ?")) {
            first.setInt(1, generation);
            try (ResultSet result = first.executeQuery()) {
                if (!result.next()) {
                    return 0;
                }
                delete.setInt(1, generation);
                delete.setString(2, result.getString(1));
                delete.setString(3, result.getString(2));
                return delete.executeUpdate();
            }
        }
    }

    /** Of one budget after another. */
    private static int sums(Connection connection, int generation) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from fact_sum where generation = ? and budget = (select min(budget) from fact_sum where"
                        + " generation = ?)")) {
            delete.setInt(1, generation);
            delete.setInt(2, generation);
            return delete.executeUpdate();
        }
    }
}
