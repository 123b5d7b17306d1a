package org.mingzhang.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.SampleFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.Tabulator;

/** Tables as cells of a page. */
class PrintedTableTest {
    private static final BudgetFacts FACTS = SampleFacts.load();
    private static final List<Table> TABLES = TableCatalogue.shipped().templates().stream()
            .map(template -> Tabulator.fill(template, FACTS, Scope.DEPARTMENT))
            .toList();

    @TestFactory
    Stream<DynamicTest> written_cells_with_their_spans_fill_every_place_once() {
        return TABLES.stream()
                .flatMap(table -> Stream.of(table, FilledColumns.of(table)))
                .map(table -> DynamicTest.dynamicTest(
                        table.name() + " " + table.columns().size(),
                        () -> assertThat(places(PrintedTable.of(table, AmountUnit.WAN_YUAN)))
                                .allSatisfy(row -> assertThat(row).containsOnly(1))));
    }

    @Test
    void table_three_has_the_heads_of_the_official_form() {
        PrintedTable printed = PrintedTable.of(table(3), AmountUnit.WAN_YUAN);
        assertThat(printed.head()).hasSize(3);
        assertThat(printed.head().getFirst())
                .extracting(head -> head.text() + head.colspan() + head.rowspan() + head.scope())
                .startsWith("科目编码31colgroup", "单位代码13col");
    }

    @Test
    void an_amount_is_printed_in_the_unit_and_kept_exactly() {
        PrintedTable.Cell cell = cell(PrintedTable.of(table(3), AmountUnit.YUAN), "total", "合计");
        assertThat(cell.text()).isEqualTo("42,639,299.00");
        assertThat(cell.fen()).isEqualTo("4263929900");
    }

    @Test
    void each_row_of_items_is_named_by_one_head() {
        assertThat(PrintedTable.of(table(3), AmountUnit.WAN_YUAN).rows())
                .allSatisfy(row -> assertThat(row.cells())
                        .filteredOn(PrintedTable.Cell::rowHead)
                        .hasSize(1));
    }

    @Test
    void the_shape_tells_forms_lists_side_by_side_and_items_below_subtotals() {
        assertThat(TABLES)
                .extracting(table -> PrintedTable.of(table, AmountUnit.WAN_YUAN).shape())
                .startsWith("panels", "indented", "indented", "panels")
                .element(10)
                .isEqualTo("form");
    }

    @Test
    void columns_without_any_amount_can_be_left_out_and_the_others_stay_as_they_are() {
        Table filled = FilledColumns.of(table(3));
        assertThat(filled.columnIndex("基本支出/公用经费/资本性支出")).isEqualTo(-1);
        assertThat(filled.columnIndex("项目支出/特定目标类")).isEqualTo(-1);
        assertThat(filled.amount("total", "项目支出/小计")).isEqualTo(table(3).amount("total", "项目支出/小计"));
    }

    @Test
    void an_empty_table_keeps_its_head_when_empty_columns_are_hidden() {
        assertThat(table(9).empty()).isTrue();
        assertThat(FilledColumns.of(table(9))).isEqualTo(table(9));
    }

    @TestFactory
    Stream<DynamicTest> headline_figures_are_cells_of_their_table() {
        return IntStream.of(1, 2, 3, 4, 5, 6, 8, 10)
                .mapToObj(PrintedTableTest::table)
                .map(table -> DynamicTest.dynamicTest(
                        table.name(),
                        () -> assertThat(HeadlineFigures.of(table, AmountUnit.WAN_YUAN))
                                .hasSizeGreaterThanOrEqualTo(2)));
    }

    @Test
    void shares_are_rounded_each_for_itself() {
        assertThat(HeadlineFigures.of(table(3), AmountUnit.WAN_YUAN))
                .extracting(figure -> figure.printed() + " " + figure.share().orElse(""))
                .containsExactly("4,263.93 ", "3,538.70 82.99%", "725.23 17.01%");
    }

    /** How often each place of the body is covered. */
    private static List<int[]> places(PrintedTable printed) {
        List<int[]> places = printed.rows().stream()
                .map(row -> new int[printed.columns().size()])
                .toList();
        for (int r = 0; r < places.size(); r++) {
            int column = 0;
            for (PrintedTable.Cell cell : printed.rows().get(r).cells()) {
                while (places.get(r)[column] > 0) {
                    column++;
                }
                cover(places, r, column, cell);
            }
        }
        return places;
    }

    private static void cover(List<int[]> places, int row, int column, PrintedTable.Cell cell) {
        for (int r = row; r < row + cell.rowspan(); r++) {
            for (int c = column; c < column + cell.colspan(); c++) {
                places.get(r)[c]++;
            }
        }
    }

    private static PrintedTable.Cell cell(PrintedTable printed, String row, String column) {
        return printed.rows().stream()
                .filter(found -> found.key().equals(row))
                .flatMap(found -> found.cells().stream())
                .filter(found -> found.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static Table table(int number) {
        return TABLES.get(number - 1);
    }
}
