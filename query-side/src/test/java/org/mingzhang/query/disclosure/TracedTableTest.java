package org.mingzhang.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.UnitCode;

/** Where cells come from, for every cell of every table. */
class TracedTableTest {
    static Stream<TracedTable> every_table() {
        List<Scope> scopes = List.of(Scope.DEPARTMENT, Scope.of(new UnitCode("103005")));
        return scopes.stream()
                .flatMap(scope -> TableCatalogue.shipped().templates().stream()
                        .map(template -> Tabulator.trace(template, SampleFacts.load(), scope)));
    }

    @ParameterizedTest
    @MethodSource("every_table")
    void what_a_formula_counts_adds_up_to_the_cell(TracedTable traced) {
        BudgetFacts facts = SampleFacts.load();
        for (Table.Row row : traced.table().rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                if (row.cells().get(i) instanceof Table.Cell.Money(Amount amount)) {
                    CellFormula formula = traced.formula(
                                    row.key(), traced.table().columns().get(i).key())
                            .orElseThrow();
                    Amount sum = Amount.sum(Stream.concat(facts.expenditure().stream(), facts.revenue().stream())
                            .filter(line -> formula.counts(line.classification()))
                            .map(LineFact::amount)
                            .toList());
                    assertThat(sum).as("%s %s", row.key(), i).isEqualTo(amount);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("every_table")
    void all_words_say_where_they_come_from(TracedTable traced) {
        for (Table.Row row : traced.table().rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                if (row.cells().get(i) instanceof Table.Cell.Text text
                        && !text.text().isBlank()) {
                    assertThat(traced.texts(
                                    row.key(), traced.table().columns().get(i).key()))
                            .as("%s %s: %s", row.key(), i, text.text())
                            .isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("every_table")
    void every_row_and_column_has_one_segment_of_an_address_and_no_two_the_same(TracedTable traced) {
        Set<String> rows = new HashSet<>();
        for (Table.Row row : traced.table().rows()) {
            String segment = CellAddress.segment(row.key());
            assertThat(rows.add(segment)).as(segment).isTrue();
            assertThat(segment)
                    .doesNotContain("/", "|", ";", "?", "#", "%", "\\")
                    .isNotBlank();
            assertThat(CellAddress.row(traced.table(), segment)).contains(row);
        }
        Set<String> columns = new HashSet<>();
        for (Table.Column column : traced.table().columns()) {
            String segment = CellAddress.segment(column.key());
            assertThat(columns.add(segment)).as(segment).isTrue();
            assertThat(segment)
                    .doesNotContain("/", "|", ";", "?", "#", "%", "\\")
                    .isNotBlank();
        }
    }

    @Test
    void words_of_projects_units_targets_and_codes_name_the_very_thing() {
        TracedTable projects = table(12);
        String project = projects.table().rows().stream()
                .filter(row -> row.kind() == Table.RowKind.ITEM)
                .map(Table.Row::key)
                .findFirst()
                .orElseThrow();
        String code = project.replaceFirst(".*/", "");
        assertThat(projects.texts(project, "项目单位（项目名称）"))
                .containsExactly(new TextOrigin(TextOrigin.Kind.PROJECT, code));
        assertThat(projects.texts(project, "绩效目标/产出指标/指标值"))
                .containsExactly(new TextOrigin(TextOrigin.Kind.PROJECT_TARGETS, code));
        assertThat(table(3).texts("103/2010301", "单位（科目名称）"))
                .containsExactly(new TextOrigin(TextOrigin.Kind.FUNCTION, "2010301"));
        assertThat(table(11).texts("indicator/2", "c4"))
                .containsExactly(TextOrigin.of(TextOrigin.Kind.OVERALL_TARGETS));
        assertThat(table(11).texts("task/1", "c3"))
                .containsExactly(new TextOrigin(TextOrigin.Kind.STATEMENT, "annual-tasks"));
        assertThat(table(1).texts("S2|S2", "支出/项目")).containsExactly(TextOrigin.of(TextOrigin.Kind.TEMPLATE));
    }

    @Test
    void a_formula_says_its_conditions_once_and_joins_those_that_ask_the_same() {
        CellFormula formula =
                table(5).formula("103/2010301", "基本支出/人员经费/工资福利支出").orElseThrow();
        assertThat(formula.conditions())
                .contains(new CellFormula.Condition("function", List.of("2010301")))
                .contains(new CellFormula.Condition("fund", List.of("GENERAL_PUBLIC")))
                .contains(new CellFormula.Condition("deptClass", List.of("301")))
                .contains(new CellFormula.Condition("kind", List.of("basic")))
                .doesNotHaveDuplicates();
        assertThat(table(1).formula("C0|C1", "支出/金额").orElseThrow().never()).isTrue();
    }

    private static TracedTable table(int number) {
        return Tabulator.trace(
                TableCatalogue.shipped().template(number).orElseThrow(), SampleFacts.load(), Scope.DEPARTMENT);
    }
}
