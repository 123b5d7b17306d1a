package org.mingzhang.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.UnitCode;

/** A second department, of other shapes than the sample, so that nothing fits the sample only. */
class InventedDepartmentTest {
    private static final BudgetFacts FACTS = InventedFacts.exampleBureau();
    private final FilledTables tables = new FilledTables(FACTS, Scope.DEPARTMENT);

    @Test
    void all_checks_hold_for_it_for_each_of_its_units_and_for_the_sample() {
        Checks.hold(tables);
        for (BudgetUnit unit : FACTS.units()) {
            Checks.hold(new FilledTables(FACTS, Scope.of(unit.code())));
        }
        Checks.hold(new FilledTables(SampleFacts.load(), Scope.DEPARTMENT));
        assertThat(Checks.count()).isEqualTo(26);
    }

    @Test
    void money_carried_over_stays_out_of_table_five_and_stands_in_its_own_column_of_table_ten() {
        assertThat(tables.fen(5, "901/2010301", "基本支出/公用经费/商品和服务支出")).isEqualTo(300_051);
        assertThat(tables.fen(3, "901/2010301", "基本支出/公用经费/商品和服务支出")).isEqualTo(1_300_100);
        assertThat(tables.fen(10, "901/990000240000000000003", "财政拨款结转结余/政府性基金预算"))
                .isEqualTo(777_777);
        assertThat(tables.fen(10, "901/990000240000000000003", "本年拨款/政府性基金预算")).isZero();
    }

    @Test
    void money_that_is_not_appropriated_is_in_table_four_but_not_in_its_part() {
        assertThat(tables.panel(4, 1, "208", "支出/一般公共预算/小计")).isEqualTo(7_654_321);
        assertThat(tables.panel(4, 1, "208", "支出/一般公共预算/其中：财政拨款")).isZero();
    }

    @Test
    void the_government_fund_table_is_full_and_has_no_note() {
        assertThat(tables.table(9).empty()).isFalse();
        assertThat(tables.table(9).notes()).isEmpty();
        assertThat(tables.fen(9, "901/2120803", "项目支出/特定目标类")).isEqualTo(89_666_665);
    }

    @Test
    void capital_expenditure_has_its_column_and_its_governmental_code_by_nature_of_the_unit() {
        assertThat(tables.fen(3, "901/2010301", "基本支出/公用经费/资本性支出")).isEqualTo(4_999_950);
        assertThat(tables.rows(6, Table.RowKind.ITEM))
                .contains("30101/50101", "30107/50501")
                .doesNotContain("30101/50501");
    }

    @Test
    void a_unit_without_lines_has_no_row_and_its_own_tables_say_why_they_are_empty() {
        assertThat(tables.rows(2, Table.RowKind.ITEM)).containsExactly("901/901001", "901/901002", "901/901003");
        FilledTables unit = new FilledTables(FACTS, Scope.of(new UnitCode("901004")));
        assertThat(unit.all()).allSatisfy(table -> {
            assertThat(table.empty()).isTrue();
            assertThat(table.columns()).isNotEmpty();
            assertThat(table.notes())
                    .anySatisfy(note -> assertThat(note).contains("本单位2025年度").contains("无数据"));
        });
    }

    @Test
    void one_unit_alone_is_called_by_its_name_and_its_row_is_not_repeated() {
        FilledTables unit = new FilledTables(FACTS, Scope.of(new UnitCode("901003")));
        assertThat(unit.table(3).scopeLine()).isEqualTo("单位名称：示例局研究所（虚构）");
        assertThat(unit.table(12).rows().stream().map(Table.Row::key))
                .containsExactly("901/901003", "901003/990000240000000000003", "901003/990000240000000000003/2");
        assertThat(unit.table(11).notes()).anySatisfy(note -> assertThat(note).contains("由部门统一填报"));
    }

    @Test
    void amounts_are_rounded_once_and_never_summed_from_printed_cells() {
        long rows = tables.table(3).rows().stream()
                .filter(row -> row.kind() == Table.RowKind.ITEM)
                .map(row -> tables.fen(3, row.key(), "合计"))
                .mapToLong(fen -> Math.round(fen / 10_000.0) * 10_000)
                .sum();
        long total = tables.fen(3, "total", "合计");
        assertThat(rows).isNotEqualTo(total);
        assertThat(FACTS.expenditure().stream().map(LineFact::amount).reduce(Amount.ZERO, Amount::plus))
                .isEqualTo(new Amount(total));
    }

    @Test
    void a_line_of_nothing_leaves_no_trace() {
        assertThat(new FilledTables(new InventedFacts().facts(), Scope.DEPARTMENT).all())
                .filteredOn(table -> List.of(2, 3, 5, 6, 7, 8, 9, 10, 12).contains(table.number()))
                .allSatisfy(table -> assertThat(table.rows()).isEmpty());
    }
}
