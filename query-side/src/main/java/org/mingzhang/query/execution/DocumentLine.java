package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.CodeNames;

/**
 * A line of a document in its file; of a 划转 also those of the other budget.
 *
 * @param budget whose line it is
 */
record DocumentLine(String budget, LedgerLine line, AdjustmentEntry entry) {
    static final Grid<DocumentLine> GRID = new Grid<>(
            "adjust.lines",
            List.of(
                    GridColumn.code("fact.code", DocumentLine::budget),
                    GridColumn.code("line.key", one -> one.line().key()),
                    GridColumn.code("project.code", one -> one.line().projectCode()),
                    GridColumn.text("line.project", one -> one.line().purpose()),
                    GridColumn.code(
                            "line.function",
                            one -> one.line().money().function().value()),
                    GridColumn.text("field.functionName", one -> one.line().functionName()),
                    GridColumn.code(
                            "line.dept",
                            one -> one.line().money().deptEconomic().value()),
                    GridColumn.text("field.deptName", one -> one.line().deptName()),
                    GridColumn.money("adjust.change", one -> one.entry().change()),
                    GridColumn.money("adjust.now", one -> one.line().balance().budgeted())));

    /** What is left in the other budget is told there, and counts as nothing here. */
    static List<DocumentLine> of(BudgetFacts facts, AdjustmentDocument document, List<Balance> balances) {
        CodeNames names = CodeNames.of(facts);
        List<DocumentLine> lines = new ArrayList<>();
        document.fact()
                .request()
                .entries()
                .forEach(entry -> lines.add(
                        new DocumentLine(facts.header().id().toString(), line(names, entry, balances), entry)));
        document.counterpart()
                .ifPresent(other -> other.entries()
                        .forEach(entry -> lines.add(new DocumentLine(
                                other.document().budget().toString(), line(names, entry, List.of()), entry))));
        return lines;
    }

    private static LedgerLine line(CodeNames names, AdjustmentEntry entry, List<Balance> balances) {
        return balances.stream()
                .filter(balance -> balance.line().equals(entry.line()))
                .findFirst()
                .map(balance -> new LedgerLine(balance, names))
                .orElseGet(
                        () -> new LedgerLine(new Balance(entry.line(), entry.classification(), Map.of(), true), names));
    }
}
