package org.mingzhang.application.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.mingzhang.application.rebuild.Rebuilds;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.rebuild.Rebuild;

/** How fast facts are made from the log and read as of a position. */
final class FactsBenchmark implements Benchmark {
    private static final int LINES = 20_000;
    private static final int RUN = 5_000;

    /** The same sums, and no object made of any of them. */
    private static final String SUMS = """
            select line_key, side, unit, fund, source, appropriated, revenue, function_code, category, project,
                dept_economic, gov_economic, sum(delta_fen)
            from fact_posting
            where generation = ? and budget = ? and position <= ? and stage = 'INITIAL'
            group by line_key, side, unit, fund, source, appropriated, revenue, function_code, category, project,
                dept_economic, gov_economic""";

    private static final String ROWS =
            "select kind, row_key, body from fact_row where generation = ? and budget = ? and from_position <= ?";

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        for (TestDatabase kind : TestDatabase.values()) {
            told.accept(read(kind, BenchFacts.of(2_000, 20, 30, 60)));
            told.accept(read(kind, BenchFacts.of(LINES, 20, 30, 60)));
            told.accept(rebuild(kind, BenchFacts.of(LINES, 20, 30, 60)));
        }
    }

    /** The floor asks the same of the database, of another position each time, and looks at every value once. */
    private static BenchFigure read(TestDatabase kind, BudgetFacts facts) {
        int lines = facts.expenditure().size();
        String budget = facts.header().id().toString();
        try (RecordedDepartment department = new RecordedDepartment(kind, facts)) {
            DataSource source = department.database().dataSource();
            AtomicLong asked = new AtomicLong(Long.MAX_VALUE / 2);
            return Rounds.measure(
                    String.format("facts of %,d lines read from %s", lines, kind),
                    "printed",
                    20,
                    31,
                    department::read,
                    () -> touched(source, SUMS, budget, asked.incrementAndGet())
                            + touched(source, ROWS, budget, asked.get()));
        }
    }

    /** The floor reads and decodes the log and writes nothing. */
    private static BenchFigure rebuild(TestDatabase kind, BudgetFacts facts) {
        try (RecordedDepartment department = new RecordedDepartment(kind, facts);
                JdbcEventLog log = new JdbcEventLog(department.database().dataSource(), new EventCodec())) {
            Rebuild rebuild = Rebuild.ofFacts(department.database().dataSource(), log, Clock.systemUTC());
            return Rounds.measure(
                    String.format("%,d events made into facts again in %s", log.head(), kind),
                    "printed",
                    2,
                    7,
                    () -> rebuilt(rebuild),
                    () -> decoded(log));
        }
    }

    private static Integer rebuilt(Rebuild rebuild) {
        try {
            int generation = rebuild.start("bench");
            Rebuilds.finish(rebuild);
            rebuild.remove(generation);
            Rebuilds.finish(rebuild);
            return generation;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Long decoded(JdbcEventLog log) {
        long position = 0;
        List<RecordedEvent> events = log.read(position, RUN);
        while (!events.isEmpty()) {
            position = events.getLast().position();
            events = log.read(position, RUN);
        }
        return position;
    }

    private static Integer touched(DataSource source, String sql, String budget, long position) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, RecordedDepartment.generation(source));
            select.setString(2, budget);
            select.setLong(3, position);
            int seen = 0;
            try (ResultSet result = select.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    for (int column = 1; column <= columns; column++) {
                        seen += result.getString(column).length();
                    }
                }
            }
            if (seen == 0) {
                throw new IllegalStateException("the floor found nothing to read");
            }
            return seen;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
