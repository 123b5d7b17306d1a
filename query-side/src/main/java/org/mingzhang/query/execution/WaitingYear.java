package org.mingzhang.query.execution;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.facts.EveryBudget;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.MonthlyExecution;
import org.mingzhang.query.web.Visitor;
import org.mingzhang.query.web.WaitingWork;

/** The course of a year on the workbench: a month to import, the year to close, final accounts to bring further. */
final class WaitingYear implements WaitingWork {
    private static final Set<String> APPROVED = Set.of("approved", "distributed");

    private final FactReader facts;
    private final MonthlyExecution months;
    private final EveryBudget budgets;

    WaitingYear(FactReader facts, MonthlyExecution months, EveryBudget budgets) {
        this.facts = facts;
        this.months = months;
        this.budgets = budgets;
    }

    @Override
    public Map<BudgetId, List<Todo>> of(Visitor visitor, Then then) {
        Map<BudgetId, List<Todo>> waiting = new HashMap<>();
        Set<BudgetId> closed = budgets.history(
                        FactKind.CLOSING, Facts.ClosingFact.class, then.moment(), Facts.ClosingFact::closedOn)
                .keySet();
        phases(then).forEach((budget, phase) -> {
            if (visitor.covers(budget) && APPROVED.contains(phase)) {
                List<Todo> todo = new ArrayList<>();
                if (closed.contains(budget)) {
                    accounts(budget, visitor, then).ifPresent(todo::add);
                } else {
                    month(budget, visitor, then).ifPresent(todo::add);
                    closing(budget, visitor, then).ifPresent(todo::add);
                }
                waiting.put(budget, todo);
            }
        });
        return waiting;
    }

    private Map<BudgetId, String> phases(Then then) {
        Map<BudgetId, String> phases = new HashMap<>();
        if (then.now()) {
            facts.ofAllBudgets(FactKind.PHASE, Facts.PhaseFact.class)
                    .forEach((budget, phase) -> phases.put(budget, phase.phase()));
        } else {
            budgets.history(FactKind.PHASE, Facts.PhaseFact.class, then.moment(), Facts.PhaseFact::day)
                    .forEach((budget, course) ->
                            phases.put(budget, course.getLast().phase()));
        }
        return phases;
    }

    private Optional<Todo> accounts(BudgetId budget, Visitor visitor, Then then) {
        List<Facts.AccountsFact> steps =
                facts.history(budget, then.moment().position(), FactKind.ACCOUNTS, Facts.AccountsFact.class).stream()
                        .filter(step -> then.moment().counts(step.day()))
                        .toList();
        Optional<AccountsStage> next = AccountsPages.next(steps);
        return next.filter(stage -> AccountsPages.bringing(stage).contains(visitor.role()))
                .map(stage -> new Todo("todo.accounts", "/execute/" + budget + "/accounts"));
    }

    /** The last month of the year that is over, when nothing is reported of it yet. */
    private Optional<Todo> month(BudgetId budget, Visitor visitor, Then then) {
        if (visitor.role() != Role.DEPARTMENT_FINANCE && visitor.role() != Role.TREASURY) {
            return Optional.empty();
        }
        YearMonth last = YearMonth.from(then.today()).minusMonths(1);
        YearMonth december = YearMonth.of(budget.year().value(), 12);
        YearMonth due = last.isAfter(december) ? december : last;
        boolean missing = due.getYear() == budget.year().value()
                && months.months(budget, then.moment()).stream()
                        .noneMatch(month -> month.month().equals(due));
        return missing ? Optional.of(new Todo("todo.month", "/execute/" + budget + "/months")) : Optional.empty();
    }

    private Optional<Todo> closing(BudgetId budget, Visitor visitor, Then then) {
        boolean over = then.today().getYear() > budget.year().value();
        boolean theirs = visitor.role() == Role.BUDGET_OFFICE || visitor.role() == Role.DEPARTMENT_FINANCE;
        return over && theirs
                ? Optional.of(new Todo("todo.close", "/execute/" + budget + "/year-end"))
                : Optional.empty();
    }
}
