package org.mingzhang.application.bench;

import java.util.List;
import java.util.function.Consumer;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.TableTemplate;
import org.mingzhang.query.disclosure.Tabulator;

/** How fast tables are filled from facts in memory and from a database. */
final class TablesBenchmark implements Benchmark {
    private final TableCatalogue catalogue = TableCatalogue.shipped();
    private final TableTemplate three = catalogue.template(3).orElseThrow();

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public void run(Consumer<BenchFigure> told) {
        told.accept(twelve("twelve tables of the sample", SampleFacts.facts(), "at most 10 ms"));
        told.accept(twelve("twelve tables, 2,000 lines of 20 units", BenchFacts.of(2_000, 20, 30, 60), "printed"));
        for (TestDatabase database : TestDatabase.values()) {
            told.accept(read(database, BenchFacts.of(2_000, 20, 30, 60)));
        }
        told.accept(table("table 3, 200,000 lines, 20 units x 12 codes", BenchFacts.of(200_000, 20, 12, 30)));
        told.accept(table("table 3, 200,000 lines, 60 units x 200 codes", BenchFacts.of(200_000, 60, 200, 80)));
    }

    private BenchFigure twelve(String figure, BudgetFacts facts, String target) {
        return Rounds.measure(figure, target, 200, 101, () -> Tabulator.fillAll(catalogue, facts, Scope.DEPARTMENT));
    }

    /** The floor is the reading alone. */
    private BenchFigure read(TestDatabase kind, BudgetFacts facts) {
        try (RecordedDepartment department = new RecordedDepartment(kind, facts)) {
            return Rounds.measure(
                    "twelve tables of 2,000 lines read from " + kind,
                    "printed",
                    30,
                    31,
                    () -> Tabulator.fillAll(catalogue, department.read(), Scope.DEPARTMENT),
                    department::read);
        }
    }

    private BenchFigure table(String figure, BudgetFacts facts) {
        same(Tabulator.fill(three, facts, Scope.DEPARTMENT), HandWritten.expenditure(facts));
        return Rounds.measure(
                figure,
                "ratio at least 0.5",
                15,
                31,
                () -> Tabulator.fill(three, facts, Scope.DEPARTMENT),
                () -> HandWritten.expenditure(facts));
    }

    /** A floor that produces other cells would be no floor. */
    static void same(Table table, List<long[]> cells) {
        if (table.rows().size() != cells.size()) {
            throw new IllegalStateException(table.rows().size() + " rows and " + cells.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            for (int column = 0; column < cells.get(i).length; column++) {
                Table.Cell cell = table.rows().get(i).cells().get(column + 5);
                if (!(cell instanceof Table.Cell.Money money) || money.amount().fen() != cells.get(i)[column]) {
                    throw new IllegalStateException("row " + i + ", column " + column + ": " + cell);
                }
            }
        }
    }
}
