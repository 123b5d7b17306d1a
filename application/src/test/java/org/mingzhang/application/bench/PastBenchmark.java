package org.mingzhang.application.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.audit.CellsBetween;
import org.mingzhang.query.audit.MovementsBetween;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.CellFormula;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.TableDifference;
import org.mingzhang.query.disclosure.TableTemplate;
import org.mingzhang.query.disclosure.Tabulator;
import org.mingzhang.query.disclosure.TracedTable;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.PostingTrail;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much dearer the past is than the present, what two instants cost to compare, and a cell to explain. */
final class PastBenchmark implements Benchmark {
    private static final int LINES = 2_000;
    private static final int TOLD = 50;

    /** Movements of money of all budgets together. */
    private static final int FACTS = 1_000_000;

    private static final TableCatalogue CATALOGUE = TableCatalogue.shipped();

    /** The movements behind one cell of table three, and no object made of them. */
    private static final String MOVEMENTS = """
            select position, ordinal, line_key, delta_fen, effective, basis from fact_posting
            where generation = ? and budget = ? and position <= ? and side = 'expenditure' and stage = 'INITIAL'
                and function_code = ?
            order by position, ordinal""";

    private static final String SUMS = """
            select line_key, side, unit, fund, source, appropriated, revenue, function_code, category, project,
                dept_economic, gov_economic, sum(delta_fen)
            from fact_posting where generation = ? and budget = ? and position <= ? and stage = 'INITIAL'
            group by line_key, side, unit, fund, source, appropriated, revenue, function_code, category, project,
                dept_economic, gov_economic""";

    @Override
    public String name() {
        return "past";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        for (TestDatabase kind : TestDatabase.values()) {
            try (RecordedDepartment department = new RecordedDepartment(kind, BenchFacts.of(LINES, 20, 30, 60));
                    JdbcEventLog log = new JdbcEventLog(department.database().dataSource(), new EventCodec())) {
                OtherBudgets.around(department, FACTS);
                measure(kind, department, log, told);
            }
        }
    }

    private static void measure(
            TestDatabase kind, RecordedDepartment department, JdbcEventLog log, Consumer<BenchFigure> told) {
        JdbcClient jdbc = JdbcClient.create(department.database().dataSource());
        FactsAsOf facts = new FactsAsOf(new FactReader(jdbc), log);
        Random random = new Random(1);
        AtomicLong now = new AtomicLong(department.position());
        told.accept(Rounds.measure(
                String.format("12 tables of %,d lines at a past position, %s", LINES, kind),
                "ratio 0.667",
                20,
                41,
                () -> tables(facts, department, past(department, random)),
                () -> tables(facts, department, Moment.at(now.incrementAndGet()))));
        told.accept(Rounds.measure(
                String.format("12 tables of %,d lines in effect by a day, %s", LINES, kind),
                "printed",
                20,
                41,
                () -> tables(
                        facts,
                        department,
                        new Moment(now.incrementAndGet(), Optional.of(LocalDate.of(2025, 1, 2 + random.nextInt(28))))),
                () -> tables(facts, department, Moment.at(now.incrementAndGet()))));
        PostingTrail trail = new PostingTrail(jdbc);
        told.accept(Rounds.measure(
                String.format("12 tables of %,d lines compared at two instants, %s", LINES, kind),
                "100 ms",
                20,
                41,
                () -> compared(facts, jdbc, department, past(department, random), now.incrementAndGet()),
                () -> sums(department, past(department, random).position()) + sums(department, now.incrementAndGet())));
        told.accept(Rounds.measure(
                String.format("a cell of table 3 explained, %,d lines, %s", LINES, kind),
                "20 ms",
                20,
                41,
                () -> explained(facts, trail, log, department, past(department, random)),
                () -> touched(department, past(department, random).position())));
    }

    /** Somewhere in the last tenth of the history, so that as much is read as now. */
    private static Moment past(RecordedDepartment department, Random random) {
        long tenth = department.position() / 10;
        return Moment.at(department.position() - random.nextLong(tenth));
    }

    private static Object tables(FactsAsOf facts, RecordedDepartment department, Moment moment) {
        BudgetFacts found =
                facts.load(department.budget(), moment, TableBasis.INITIAL).orElseThrow();
        return Tabulator.fillAll(CATALOGUE, found, Scope.DEPARTMENT);
    }

    /** All that the page reads for its amounts: both instants, the tables, the movements between, and those of each cell. */
    private static Object compared(
            FactsAsOf facts, JdbcClient jdbc, RecordedDepartment department, Moment before, long head) {
        Moment after = Moment.at(head);
        BudgetFacts then =
                facts.load(department.budget(), before, TableBasis.INITIAL).orElseThrow();
        BudgetFacts now =
                facts.load(department.budget(), after, TableBasis.INITIAL).orElseThrow();
        DisclosureTables tables = new DisclosureTables(new FactReader(jdbc), CATALOGUE);
        CellsBetween cells = CellsBetween.of(tables, then, now, Scope.DEPARTMENT, OptionalInt.empty());
        MovementsBetween movements = new MovementsBetween(
                new PostingTrail(jdbc).between(department.budget(), before, after, TableBasis.INITIAL.stages()));
        return cells.places().stream()
                .filter(TableDifference.Place::changed)
                .mapToLong(place -> movements
                        .of(
                                place,
                                cells.table(place).before(),
                                cells.table(place).after())
                        .size())
                .sum();
    }

    /** The lines as the database sums them, and no object made of them. */
    private static long sums(RecordedDepartment department, long position) {
        long seen = 0;
        DataSource source = department.database().dataSource();
        int generation = RecordedDepartment.generation(source);
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(SUMS)) {
            select.setInt(1, generation);
            select.setString(2, department.budget().toString());
            select.setLong(3, position);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    for (int column = 1; column <= 13; column++) {
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

    /** All that the page reads: facts, the table with its formulas, the movements, and the latest of their events. */
    private static Object explained(
            FactsAsOf facts, PostingTrail trail, JdbcEventLog log, RecordedDepartment department, Moment moment) {
        TableTemplate three = CATALOGUE.template(3).orElseThrow();
        BudgetFacts found =
                facts.load(department.budget(), moment, TableBasis.INITIAL).orElseThrow();
        TracedTable traced = Tabulator.trace(three, found, Scope.DEPARTMENT);
        CellFormula formula =
                traced.formula("901/" + department.function(), "合计").orElseThrow();
        List<PostingTrail.Posted> posted = trail.of(department.budget(), moment, TableBasis.INITIAL.stages(), formula);
        return log.readAt(posted.reversed().stream()
                .limit(TOLD)
                .map(PostingTrail.Posted::position)
                .toList());
    }

    private static Integer touched(RecordedDepartment department, long position) {
        DataSource source = department.database().dataSource();
        int generation = RecordedDepartment.generation(source);
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(MOVEMENTS)) {
            select.setInt(1, generation);
            select.setString(2, department.budget().toString());
            select.setLong(3, position);
            select.setString(4, department.function());
            int seen = 0;
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    for (int column = 1; column <= 6; column++) {
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
