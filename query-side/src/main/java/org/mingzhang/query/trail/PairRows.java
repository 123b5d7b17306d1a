package org.mingzhang.query.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of two numbers in the order of their key, from behind one of them on, a number of them at a time: neither database
 * then prepares more than that.
 *
 * <p>Two questions one after the other, for the rest of the first number and for what is greater, because a comparison of
 * pairs is a range of the index to one database only.
 */
final class PairRows implements AutoCloseable {
    private static final int AT_ONCE = 5_000;

    private final Connection connection;
    private final String columns;
    private final String table;
    private final String first;
    private final String second;
    private final String limit;
    private final long asOf;
    private @Nullable PreparedStatement select;
    private @Nullable ResultSet result;
    private Pair after;
    private boolean greater;
    private int rows;

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
            ResultSet found = result;
            if (found != null && found.next()) {
                rows++;
                after = new Pair(found.getLong(1), found.getLong(2));
                return after;
            }
            if (rows == AT_ONCE) {
                greater = false;
                ask(first + " = ? and " + second + " > ?", second);
            } else if (greater) {
                return null;
            } else {
                greater = true;
                ask(first + " > ?", columns);
            }
        }
    }

    private void ask(String from, String order) throws SQLException {
        close();
        PreparedStatement next = connection.prepareStatement("select " + columns + " from " + table + " where " + from
                + limit + " order by " + order + " fetch first " + AT_ONCE + " rows only");
        rows = 0;
        select = next;
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
