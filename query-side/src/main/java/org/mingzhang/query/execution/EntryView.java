package org.mingzhang.query.execution;

import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.CodeNames;

/**
 * One line of a document with the names of its codes, in 元.
 *
 * @param category key of what a line without a project is for; blank where it has one
 * @param now the budget of the line as it stands
 * @param then as it will stand when the document, which is on its way, takes effect
 */
public record EntryView(
        String key,
        String project,
        String category,
        String function,
        String dept,
        String change,
        boolean giving,
        String now,
        String then) {
    public static List<EntryView> of(BudgetFacts facts, AdjustmentDocument document, List<Balance> balances) {
        CodeNames names = CodeNames.of(facts);
        return document.fact().request().entries().stream()
                .map(entry -> of(names, entry, balances))
                .toList();
    }

    /** The lines of the other budget; what is left of them is told there. */
    static List<EntryView> elsewhere(BudgetFacts facts, AdjustmentDocument document) {
        CodeNames names = CodeNames.of(facts);
        return document.counterpart().stream()
                .flatMap(other -> other.entries().stream())
                .map(entry -> of(names, entry, List.of()))
                .toList();
    }

    private static EntryView of(CodeNames names, AdjustmentEntry entry, List<Balance> balances) {
        LedgerLine line = new LedgerLine(new Balance(entry.line(), entry.classification(), Map.of(), true), names);
        Amount now = Amount.sum(balances.stream()
                .filter(balance -> balance.line().equals(entry.line()))
                .map(Balance::budgeted)
                .toList());
        return new EntryView(
                line.key(),
                line.purpose(),
                line.projectName().isEmpty() ? entry.classification().category().name() : "",
                entry.classification().function() + " " + line.functionName(),
                entry.classification().deptEconomic() + " " + line.deptName(),
                AmountUnit.YUAN.print(entry.change()),
                entry.change().isNegative(),
                AmountUnit.YUAN.print(now),
                AmountUnit.YUAN.print(now.plus(entry.change())));
    }
}
