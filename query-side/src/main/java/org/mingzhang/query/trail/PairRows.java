package org.mingzhang.query.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of two numbers in the order of their key, from behind one of them on, on a connection without automatic commit so
 * that they come piece by piece.
 *
 * <p>Two questions one after the other, for the rest of the first number and for what is greater, because a comparison of
 * pairs is a range of the index to one database only.
 */
final class PairRows implements AutoCloseable {
    private static final int FETCH = 5_000;

    private final Connection connection;
    private final String columns;
    private final String table;
    private final String first;
    private final String second;
    private final Pair after;
    private final String limit;
    private final long asOf;
    private @Nullable PreparedStatement select;
    private @Nullable ResultSet result;
    private boolean greater;

    /** A row. */
    record Pair(long first, long second) implements Comparable<Pair> {
        static final Pair BEFORE_ALL = new Pair(Long.MIN_VALUE, Long.MIN_VALUE);

        @Override
        public int compareTo(Pair other) {
            int byFirst = Long.compare(first, other.first);
            return byFirst == 0 ? Long.compare(second, other.second) : byFirst;
        }
    }

    /**
     * @param first the column that rows are ordered by first
     * @param second the other one
     * @param asOf the last position that rows are wanted of; one of the two columns has that name
     */
    PairRows(Connection connection, String table, String first, String second, long asOf, Pair after) {
        this.connection = connection;
        this.table = table;
        this.first = first;
        this.second = second;
        this.columns = first + ", " + second;
        this.limit = " and position <= ?";
        this.asOf = asOf;
        this.after = after;
    }

    /** The next row; null when there is none. */
    @Nullable
    Pair next() throws SQLException {
        if (result == null) {
            ask(first + " = ? and " + second + " > ?", second);
        }
        while (true) {
            ResultSet rows = result;
            if (rows != null && rows.next()) {
                return new Pair(rows.getLong(1), rows.getLong(2));
            }
            if (greater) {
                return null;
            }
            greater = true;
            ask(first + " > ?", columns);
        }
    }

    private void ask(String from, String order) throws SQLException {
        close();
        PreparedStatement next = connection.prepareStatement(
                "select " + columns + " from " + table + " where " + from + limit + " order by " + order);
        select = next;
        next.setFetchSize(FETCH);
        int parameter = 1;
        next.setLong(parameter++, after.first);
        if (!greater) {
            next.setLong(parameter++, after.second);
        }
        next.setLong(parameter, asOf);
        result = next.executeQuery();
    }

    @Override
    public void close() throws SQLException {
        if (select != null) {
            select.close(); // and what it found with it
        }
    }
}
