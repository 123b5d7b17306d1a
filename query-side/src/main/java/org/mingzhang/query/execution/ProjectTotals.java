package org.mingzhang.query.execution;

import java.util.List;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Stage;

/** What the projects that were found add up to, as printed in 元. */
record ProjectTotals(String initial, String adjusted, String budgeted, String executed, String available) {
    static ProjectTotals of(List<ProjectRow> rows) {
        return new ProjectTotals(
                sum(rows.stream().map(row -> row.of(Stage.INITIAL)).toList()),
                sum(rows.stream().map(row -> row.of(Stage.ADJUSTED)).toList()),
                sum(rows.stream().map(ProjectRow::budgetedAmount).toList()),
                sum(rows.stream().map(row -> row.of(Stage.EXECUTED)).toList()),
                sum(rows.stream().map(ProjectRow::availableAmount).toList()));
    }

    private static String sum(List<Amount> amounts) {
        return AmountUnit.YUAN.print(Amount.sum(amounts));
    }
}
