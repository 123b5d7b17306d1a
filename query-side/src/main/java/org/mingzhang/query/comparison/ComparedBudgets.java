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
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.mingzhang.query.facts.RowsOfBudgets;
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
    private final ToldByRelease releases;

    ComparedBudgets(BudgetShelf shelf, JdbcClient jdbc) {
        this.shelf = shelf;
        this.rows = new RowsOfBudgets(jdbc);
        this.releases = new ToldByRelease(shelf, rows);
    }

    /** Everything that may be read of the subject; nothing at all is as if it did not exist. */
    KnownYears known(ComparisonQuestion asked, Map<BudgetId, BudgetHeader> headers) {
        Map<BudgetId, Moment> kept = new TreeMap<>();
        Map<BudgetId, Long> disclosed = disclosed(asked);
        for (Listed listed : shelf.readable(asked.scope())) {
            BudgetId budget = listed.header().id();
            if (asked.covers(Department.of(budget).code())) {
                moment(asked, asked.scope(), listed, disclosed).ifPresent(moment -> {
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
        Map<BudgetId, Long> disclosed = disclosed(question);
        for (Listed listed : shelf.readable(Scope.DEPARTMENT)) {
            BudgetId budget = listed.header().id();
            if (wanted.contains(budget)) {
                moment(question, Scope.DEPARTMENT, listed, disclosed).ifPresent(moment -> found.put(budget, moment));
            }
        }
        if (!question.stage().told()) {
            found.keySet().retainAll(told(found, question.stage(), Scope.DEPARTMENT));
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

    /** Where the public reads on with final accounts; the initial budget is told by its release alone. */
    private Map<BudgetId, Long> disclosed(ComparisonQuestion question) {
        return question.stage() != ComparedStage.INITIAL && question.asOf().now() ? shelf.disclosed() : Map.of();
    }

    private Optional<Moment> moment(
            ComparisonQuestion question, Scope scope, Listed listed, Map<BudgetId, Long> disclosed) {
        BudgetId budget = listed.header().id();
        if (question.asOf().now()) {
            return Optional.of(Moment.at(Math.max(listed.position(), disclosed.getOrDefault(budget, 0L))));
        }
        return question.stage() == ComparedStage.INITIAL
                ? shelf.momentAmongOthers(budget, scope, question.asOf())
                : shelf.momentOfAccounts(budget, scope, question.asOf());
    }

    /**
     * What was printed of earlier years is their initial budget. What was executed is told to the public with the final
     * accounts, as everywhere; final accounts are none before they are replied to, or for the public before they are disclosed.
     */
    KnownYears counted(KnownYears known, ComparisonQuestion question) {
        return switch (question.stage()) {
            case INITIAL -> known;
            case ADJUSTED -> new KnownYears(known.kept(), Map.of());
            case EXECUTED, FINAL ->
                new KnownYears(known.kept(), Map.of())
                        .only(told(known.in(question.years()), question.stage(), question.scope()));
        };
    }

    private Set<BudgetId> told(Map<BudgetId, Moment> budgets, ComparedStage stage, Scope scope) {
        Map<BudgetId, List<Facts.AccountsFact>> accounts =
                rows.counted(budgets, FactKind.ACCOUNTS, Facts.AccountsFact.class);
        return budgets.keySet().stream()
                .filter(budget -> accounts.getOrDefault(budget, List.of()).stream()
                                .anyMatch(last -> shelf.isStaff(budget, scope) ? replied(last) : last.disclosed())
                        || (stage == ComparedStage.EXECUTED && shelf.isStaff(budget, scope)))
                .collect(Collectors.toSet());
    }

    /**
     * The years that whoever asks reads as they were released although they ask how they were adjusted: nobody published that,
     * and it is said, lest it read as if nothing had been adjusted.
     */
    Set<FiscalYear> asReleased(KnownYears counted, ComparisonQuestion question) {
        return question.stage() == ComparedStage.ADJUSTED
                ? releases.unadjusted(counted.in(question.years()), question.scope())
                : Set.of();
    }

    private static boolean replied(Facts.AccountsFact last) {
        return !last.returned() && REPLIED.contains(last.stage());
    }
}
