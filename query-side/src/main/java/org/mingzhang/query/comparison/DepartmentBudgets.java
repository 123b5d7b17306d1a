package org.mingzhang.query.comparison;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.Facts.StatedFigures;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.RowsOfBudgets;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.BudgetShelf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The budgets of one department, looked up each by its year: a list of all departments would take longer than a bridge. */
@Component
class DepartmentBudgets {
    private static final int FIRST_YEAR = 1995;
    private static final int LAST_YEAR = 2099;
    private static final Moment EVER = Moment.at(Long.MAX_VALUE - 1);

    private final BudgetShelf shelf;
    private final RowsOfBudgets rows;

    DepartmentBudgets(BudgetShelf shelf, JdbcClient jdbc) {
        this.shelf = shelf;
        this.rows = new RowsOfBudgets(jdbc);
    }

    /** All that there are, whether they may be read or not. */
    Map<BudgetId, BudgetHeader> all(Department department) {
        Map<BudgetId, Moment> possible = new TreeMap<>();
        IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .forEach(year -> possible.put(BudgetId.parse(department.code() + "-" + year), EVER));
        Map<BudgetId, BudgetHeader> found = new TreeMap<>();
        rows.of(possible, FactKind.HEADER, BudgetHeader.class)
                .forEach((budget, held) -> found.put(budget, held.getLast().body()));
        return found;
    }

    /** Up to where whoever asks may read that part of them; the others are left out. */
    Map<BudgetId, Moment> readable(Map<BudgetId, BudgetHeader> all, Scope scope, AsOf asOf) {
        Map<BudgetId, Moment> kept = new TreeMap<>();
        all.keySet()
                .forEach(budget ->
                        shelf.momentAmongOthers(budget, scope, asOf).ifPresent(moment -> kept.put(budget, moment)));
        return kept;
    }

    /** The same where the years are told as they were adjusted, which the public reads with final accounts once these are disclosed. */
    Map<BudgetId, Moment> withAccounts(
            Map<BudgetId, Moment> kept, Predicate<FiscalYear> adjusted, Scope scope, AsOf asOf) {
        Map<BudgetId, Moment> read = new TreeMap<>(kept);
        read.replaceAll((budget, moment) -> adjusted.test(budget.year())
                ? shelf.momentOfAccounts(budget, scope, asOf).orElse(moment)
                : moment);
        return read;
    }

    /** The years that whoever asks reads as they were released although they ask how they were adjusted. */
    Set<FiscalYear> asReleased(Map<BudgetId, Moment> read, Predicate<FiscalYear> adjusted, Scope scope) {
        Map<BudgetId, Moment> asked = new TreeMap<>(read);
        asked.keySet().removeIf(budget -> !adjusted.test(budget.year()));
        return new ToldByRelease(shelf, rows).unadjusted(asked, scope);
    }

    KnownYears known(Map<BudgetId, Moment> kept) {
        return KnownYears.of(kept, rows.counted(kept, FactKind.COMPARATIVES, StatedFigures.class));
    }
}
