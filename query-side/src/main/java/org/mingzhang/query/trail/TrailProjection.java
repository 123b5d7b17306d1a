package org.mingzhang.query.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.projection.ComparedPart;
import org.mingzhang.query.projection.Projection;

/** The postings of the trail: two sets of tables, of which one is read while the other is empty, made again or kept. */
public final class TrailProjection implements Projection {
    /** Rows that are compared before it is said how far that is. */
    private static final int PART = 50_000;

    private static final int RANGE = 1_000;

    @Override
    public String name() {
        return TrailRows.PROJECTION;
    }

    @Override
    public int version() {
        return TrailFeed.VERSION;
    }

    @Override
    public String generations() {
        return "trail_generation";
    }

    @Override
    public String comparisons() {
        return "trail_comparison";
    }

    @Override
    public String comparedPart() {
        return "part";
    }

    @Override
    public boolean onlyTwo() {
        return true;
    }

    @Override
    public String taken() {
        return "trail-rebuild";
    }

    @Override
    public int range() {
        return RANGE;
    }

    /** Odd beside an even one and even beside an odd one, so that it never shares its tables. */
    @Override
    public int numberAfter(int greatest, int live) {
        int next = greatest + 1;
        return (next - live) % 2 == 0 ? next + 1 : next;
    }

    @Override
    public void write(Connection connection, int generation, List<RecordedEvent> events) throws SQLException {
        new TrailWriter().write(connection, generation, events);
    }

    @Override
    public long count(Connection connection, int generation, long position) throws SQLException {
        TrailRows rows = new TrailRows(generation);
        try (PreparedStatement select = connection.prepareStatement("select (select count(*) from " + rows.terms()
                + " where position <= ?) + (select count(*) from " + rows.amounts() + " where position <= ?)"
                + " + (select count(*) from " + rows.streams() + ")")) {
            select.setLong(1, position);
            select.setLong(2, position);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    @Override
    public Optional<ComparedPart> compare(Connection connection, int own, int live, long position, String after)
            throws SQLException {
        return new TrailComparison(connection, new TrailRows(own), new TrailRows(live), position, PART).after(after);
    }

    /**
     * All of them at once: to delete hundreds of millions of rows one by one would take as long as making them. H2 commits
     * by itself here, which does no harm, because an empty table can be emptied again.
     */
    @Override
    public boolean removeSome(Connection connection, int generation) throws SQLException {
        TrailRows rows = new TrailRows(generation);
        try (Statement truncate = connection.createStatement()) {
            truncate.execute("truncate table " + rows.terms());
            truncate.execute("truncate table " + rows.amounts());
            truncate.execute("truncate table " + rows.streams());
        }
        return false;
    }
}
