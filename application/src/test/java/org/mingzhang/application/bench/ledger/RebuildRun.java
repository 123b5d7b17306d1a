package org.mingzhang.application.bench.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mingzhang.application.rebuild.Rebuilds;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.query.rebuild.Rebuild;

/**
 * A projection made again from the first event to the last, as the product does it, and taken away again.
 *
 * @param generations the table that says how far each generation of it is
 */
record RebuildRun(OpenDatabase database, EventLog log, Rebuild rebuild, String generations) {
    private static final double NANOS = 1e9;

    /** Events per second. */
    double perSecond() {
        try {
            int generation = rebuild.start("bench");
            long began = System.nanoTime();
            while (building(generation)) {
                rebuild.step();
            }
            double rate = rateSince(began);
            rebuild.remove(generation);
            Rebuilds.finish(rebuild);
            return rate;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made again and found equal, but not read; the number of the generation. */
    int ready() {
        try {
            int generation = rebuild.start("bench");
            Rebuilds.finish(rebuild);
            return generation;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows per second of one that is ready, each beside the live one. */
    double comparedPerSecond(int generation) {
        try {
            rebuild.compare(generation);
            long began = System.nanoTime();
            Rebuilds.finish(rebuild);
            long rows = rebuild.provedEqual().orElseThrow().rows();
            return rows * NANOS / (System.nanoTime() - began);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Events per second, if all of them were read since then. */
    double rateSince(long began) {
        return log.head() * NANOS / (System.nanoTime() - began);
    }

    private boolean building(int generation) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet state = statement.executeQuery(
                        "select state from " + generations + " where generation = " + generation)) {
            state.next();
            return state.getString(1).equals("building");
        }
    }

    void execute(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
