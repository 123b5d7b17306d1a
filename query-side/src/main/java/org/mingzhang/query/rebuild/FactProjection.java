package org.mingzhang.query.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactFold;
import org.mingzhang.query.facts.FactWriter;
import org.mingzhang.query.facts.LiveFacts;
import org.mingzhang.query.projection.ComparedPart;
import org.mingzhang.query.projection.Projection;

/** The facts: every row carries the number of its generation, and they are compared budget by budget. */
final class FactProjection implements Projection {
    private static final int EVENTS = 5_000;
    private static final String ROWS = """
            select (select count(*) from fact_posting where generation = ? and position <= ?)
                + (select count(*) from fact_row where generation = ? and from_position <= ?)""";

    private final FactWriter writer = new FactWriter();

    @Override
    public String name() {
        return LiveFacts.PROJECTION;
    }

    @Override
    public int version() {
        return FactFold.VERSION;
    }

    @Override
    public String generations() {
        return "fact_generation";
    }

    @Override
    public String comparisons() {
        return "fact_comparison";
    }

    @Override
    public String comparedPart() {
        return "budget";
    }

    @Override
    public boolean onlyTwo() {
        return false;
    }

    @Override
    public String taken() {
        return "rebuild";
    }

    @Override
    public int range() {
        return EVENTS;
    }

    @Override
    public int numberAfter(int greatest, int live) {
        return greatest + 1;
    }

    @Override
    public void write(Connection connection, int generation, List<RecordedEvent> events) throws SQLException {
        writer.write(connection, generation, events);
    }

    @Override
    public long count(Connection connection, int generation, long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setInt(1, generation);
            select.setLong(2, position);
            select.setInt(3, generation);
            select.setLong(4, position);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    @Override
    public Optional<ComparedPart> compare(Connection connection, int own, int live, long position, String after)
            throws SQLException {
        RowComparison rows = new RowComparison(connection, own, live, position);
        Optional<String> next = rows.next(after);
        return next.isEmpty() ? Optional.empty() : Optional.of(rows.compare(next.get()));
    }

    @Override
    public boolean removeSome(Connection connection, int generation) throws SQLException {
        return postings(connection, generation) > 0
                || rows(connection, generation) > 0
                || sums(connection, generation) > 0;
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
                "delete from fact_sum where generation = ? and budget = (select min(budget) from fact_sum where generation = ?)")) {
            delete.setInt(1, generation);
            delete.setInt(2, generation);
            return delete.executeUpdate();
        }
    }
}
