package org.mingzhang.query.comparison;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.RowsOfBudgets;
import org.mingzhang.query.web.BudgetShelf;

/** What the public is told: by a first release the initial budget, by a later one or by final accounts how it was adjusted. */
record ToldByRelease(BudgetShelf shelf, RowsOfBudgets rows) {
    /** The years of budgets that are read as the public reads them, as of a first release. */
    Set<FiscalYear> unadjusted(Map<BudgetId, Moment> read, Scope scope) {
        Map<BudgetId, Moment> first = new TreeMap<>(read);
        first.keySet().removeIf(budget -> shelf.isStaff(budget, scope));
        first.keySet()
                .removeAll(Set.copyOf(rows.ever(first, FactKind.RELEASE, Facts.ReleaseFact.class)
                        .keySet()));
        rows.counted(first, FactKind.ACCOUNTS, Facts.AccountsFact.class).forEach((budget, accounts) -> {
            if (accounts.stream().anyMatch(Facts.AccountsFact::disclosed)) {
                first.remove(budget);
            }
        });
        Set<FiscalYear> years = new TreeSet<>();
        first.keySet().forEach(budget -> years.add(budget.year()));
        return years;
    }
}
