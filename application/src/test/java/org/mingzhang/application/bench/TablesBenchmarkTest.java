package org.mingzhang.application.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.Tabulator;

/** A ratio means something only when product and floor produce the same cells. */
class TablesBenchmarkTest {
    private final BudgetFacts facts = BenchFacts.of(3_000, 12, 40, 60);
    private final Table table =
            Tabulator.fill(TableCatalogue.shipped().template(3).orElseThrow(), facts, Scope.DEPARTMENT);

    @Test
    void the_hand_written_loop_produces_the_cells_of_the_table() {
        TablesBenchmark.same(table, HandWritten.expenditure(facts));
        assertThat(table.rows()).hasSize(42);
    }

    @Test
    void a_floor_that_is_off_by_one_fen_is_refused() {
        List<long[]> cells = HandWritten.expenditure(facts);
        cells.get(3)[0]++;
        assertThatThrownBy(() -> TablesBenchmark.same(table, cells)).hasMessageStartingWith("row 3, column 0");
    }

    @Test
    void a_recorded_department_reads_back_as_the_same_facts() {
        BudgetFacts small = BenchFacts.of(60, 3, 5, 20);
        try (RecordedDepartment department = new RecordedDepartment(TestDatabase.H2, small)) {
            BudgetFacts read = department.read();
            assertThat(read.expenditure().stream().map(LineFact::amount).toList())
                    .isEqualTo(
                            small.expenditure().stream().map(LineFact::amount).toList());
            assertThat(read.projects()).isEqualTo(small.projects());
        }
    }

    @Test
    void the_sheets_of_the_sample_fill_every_table_but_the_ninth() {
        List<Table> tables = Tabulator.fillAll(TableCatalogue.shipped(), SampleFacts.facts(), Scope.DEPARTMENT);
        assertThat(tables).hasSize(12);
        assertThat(tables.stream().filter(Table::empty).map(Table::number)).containsExactly(9);
        assertThat(tables.get(11).rows()).hasSize(58);
    }
}
