package org.mingzhang.query.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.mingzhang.query.facts.RowsOfBudgets;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The budgets that a comparison is of, each up to where whoever asks may read it. */
@Component
class ComparedBudgets {
    private static final Set<AccountsStage> REPLIED =
            Set.of(AccountsStage.REPLIED, AccountsStage.UNITS_REPLIED, AccountsStage.DISCLOSED);

    private final BudgetShelf shelf;
    private final RowsOfBudgets rows;

    ComparedBudgets(BudgetShelf shelf, JdbcClient jdbc) {
        this.shelf = shelf;
        this.rows = new RowsOfBudgets(jdbc);
    }

    /** Everything that may be read of the subject; nothing at all is as if it did not exist. */
    KnownYears known(ComparisonQuestion asked, Map<BudgetId, BudgetHeader> headers) {
        Map<BudgetId, Moment> kept = new TreeMap<>();
        for (Listed listed : shelf.readable(asked.scope())) {
            BudgetId budget = listed.header().id();
            if (asked.covers(Department.of(budget).code())) {
                moment(asked.asOf(), asked.scope(), listed).ifPresent(moment -> {
                    kept.put(budget, moment);
                    headers.put(budget, listed.header());
                });
            }
        }
        if (kept.isEmpty()) {
            throw new PageNotFound();
        }
        return KnownYears.of(kept, rows.counted(kept, FactKind.COMPARATIVES, Facts.StatedFigures.class));
    }

    /** Whole departments, as far as the visitor may read them: whoever belongs to one unit reads the others as the public does. */
    Map<BudgetId, Moment> whole(Set<BudgetId> wanted, ComparisonQuestion question) {
        Map<BudgetId, Moment> found = new TreeMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        for (Listed listed : shelf.readable(Scope.DEPARTMENT)) {
            BudgetId budget = listed.header().id();
            if (wanted.contains(budget)) {
                moment(question.asOf(), Scope.DEPARTMENT, listed).ifPresent(moment -> found.put(budget, moment));
            }
        }
        if (question.stage() == ComparedStage.FINAL) {
            found.keySet().retainAll(replied(found));
        }
        return found;
    }

    /** The codes of their units. */
    Map<Department, Set<String>> units(Map<BudgetId, Moment> read) {
        Map<Department, Set<String>> units = new TreeMap<>();
        rows.of(read, FactKind.UNIT, BudgetUnit.class).forEach((budget, found) -> {
            Set<String> codes = units.computeIfAbsent(Department.of(budget), department -> new TreeSet<>());
            found.forEach(unit -> codes.add(unit.key()));
        });
        return units;
    }

    private Optional<Moment> moment(AsOf asOf, Scope scope, Listed listed) {
        return asOf.now()
                ? Optional.of(Moment.at(listed.position()))
                : shelf.momentAmongOthers(listed.header().id(), scope, asOf);
    }

    /** What was printed of earlier years is their initial budget; final accounts are none before they are replied to. */
    KnownYears counted(KnownYears known, ComparisonQuestion question) {
        return switch (question.stage()) {
            case INITIAL -> known;
            case ADJUSTED, EXECUTED -> new KnownYears(known.kept(), Map.of());
            case FINAL -> new KnownYears(known.kept(), Map.of()).only(replied(known.in(question.years())));
        };
    }

    private Set<BudgetId> replied(Map<BudgetId, Moment> budgets) {
        Map<BudgetId, List<Facts.AccountsFact>> accounts =
                rows.counted(budgets, FactKind.ACCOUNTS, Facts.AccountsFact.class);
        return budgets.keySet().stream()
                .filter(budget -> accounts.getOrDefault(budget, List.of()).stream()
                        .anyMatch(last -> !last.returned() && REPLIED.contains(last.stage())))
                .collect(Collectors.toSet());
    }
}
