package org.mingzhang.query.export;

import java.util.List;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.SampleFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.Tabulator;

/** Tables to export: those of the sample, and a small one full of texts that spreadsheets take for formulas. */
final class ExportedTables {
    static final BudgetFacts FACTS = SampleFacts.load();

    private ExportedTables() {}

    static Table sample(int number) {
        return Tabulator.fill(TableCatalogue.shipped().template(number).orElseThrow(), FACTS, Scope.DEPARTMENT);
    }

    static List<Table> all() {
        return TableCatalogue.shipped().templates().stream()
                .map(template -> Tabulator.fill(template, FACTS, Scope.DEPARTMENT))
                .toList();
    }

    static Table oneRow(String text, Amount amount) {
        return new Table(
                3,
                "1",
                "小表",
                "2025年小表",
                "部门名称：某部门",
                TableBasis.INITIAL,
                Scope.DEPARTMENT,
                false,
                true,
                List.of(
                        new Table.Column("名称", List.of("名称"), Table.Alignment.TEXT),
                        new Table.Column("金额", List.of("金额（{money}）"), Table.Alignment.NUMBER)),
                List.of(new Table.Row(
                        "r", Table.RowKind.ITEM, List.of(Table.Cell.Text.of(text), new Table.Cell.Money(amount)))),
                List.of(),
                List.of("某文件"),
                false);
    }
}
