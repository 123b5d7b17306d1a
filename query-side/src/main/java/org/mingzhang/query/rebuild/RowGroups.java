package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows of one budget in one generation as of a position, event by event, not more than one event's at a time.
 *
 * <p>Only positions are ordered by the database, because texts are ordered differently by each.
 */
final class RowGroups implements AutoCloseable {
    /** Where nothing comes any more. */
    static final long END = Long.MAX_VALUE;

    private static final int FETCH = 2_000;

    /** What moved money: its key is its place within the event. */
    static final String POSTINGS = """
            select position, ordinal, line_key, side, unit, fund, source, appropriated, revenue, function_code, category,
                project, dept_economic, gov_economic, stage, delta_fen, effective, event_id, basis
            from fact_posting where generation = ? and budget = ? and position <= ? order by position""";

    /** What else held: a row that was closed later than the position counts as open, as it was then. */
    static final String ROWS = """
            select from_position, kind || ' ' || row_key,
                case when to_position > ? then 'open' else 'until ' || to_position end, body
            from fact_row where generation = ? and budget = ? and from_position <= ? order by from_position""";

    private final PreparedStatement select;
    private final ResultSet result;
    private final int columns;
    private long position;

    private RowGroups(PreparedStatement select) throws SQLException {
        this.select = select;
        select.setFetchSize(FETCH);
        this.result = select.executeQuery();
        this.columns = result.getMetaData().getColumnCount();
        advance();
    }

    static RowGroups postings(Connection connection, int generation, String budget, long asOf) throws SQLException {
        PreparedStatement select = connection.prepareStatement(POSTINGS);
        select.setInt(1, generation);
        select.setString(2, budget);
        select.setLong(3, asOf);
        return new RowGroups(select);
    }

    static RowGroups rows(Connection connection, int generation, String budget, long asOf) throws SQLException {
        PreparedStatement select = connection.prepareStatement(ROWS);
        select.setLong(1, asOf);
        select.setInt(2, generation);
        select.setString(3, budget);
        select.setLong(4, asOf);
        return new RowGroups(select);
    }

    /** The position of the next rows, {@link #END} when there are none. */
    long position() {
        return position;
    }

    /** The rows of a position by key; empty when the next ones are of another. */
    SortedMap<String, String> at(long wanted) throws SQLException {
        SortedMap<String, String> rows = new TreeMap<>();
        while (position == wanted) {
            rows.put(result.getString(2), content());
            advance();
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        try (select) {
            result.close();
        }
    }

    private void advance() throws SQLException {
        position = result.next() ? result.getLong(1) : END;
    }

    private String content() throws SQLException {
        StringBuilder content = new StringBuilder();
        for (int column = 3; column <= columns; column++) {
            content.append(Objects.toString(result.getObject(column), "")).append('\u001f');
        }
        return content.toString();
    }
}
