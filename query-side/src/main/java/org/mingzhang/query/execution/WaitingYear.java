package org.mingzhang.query.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.MonthlyExecution;
import org.mingzhang.query.web.Visitor;
import org.mingzhang.query.web.WaitingWork;

/** The course of a year on the workbench: a month to import, the year to close, final accounts to bring further. */
final class WaitingYear implements WaitingWork {
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");
    private static final Set<String> APPROVED = Set.of("approved", "distributed");

    private final FactReader facts;
    private final MonthlyExecution months;
    private final Clock clock;

    WaitingYear(FactReader facts, MonthlyExecution months, Clock clock) {
        this.facts = facts;
        this.months = months;
        this.clock = clock;
    }

    @Override
    public Map<BudgetId, List<Todo>> of(Visitor visitor) {
        Map<BudgetId, List<Todo>> waiting = new HashMap<>();
        Map<BudgetId, Facts.ClosingFact> closed = facts.ofAllBudgets(FactKind.CLOSING, Facts.ClosingFact.class);
        facts.ofAllBudgets(FactKind.PHASE, Facts.PhaseFact.class).forEach((budget, phase) -> {
            if (visitor.covers(budget) && APPROVED.contains(phase.phase())) {
                List<Todo> todo = new ArrayList<>();
                if (closed.containsKey(budget)) {
                    accounts(budget, visitor).ifPresent(todo::add);
                } else {
                    month(budget, visitor).ifPresent(todo::add);
                    closing(budget, visitor).ifPresent(todo::add);
                }
                waiting.put(budget, todo);
            }
        });
        return waiting;
    }

    private Optional<Todo> accounts(BudgetId budget, Visitor visitor) {
        List<Facts.AccountsFact> steps =
                facts.history(budget, facts.position(), FactKind.ACCOUNTS, Facts.AccountsFact.class);
        Optional<AccountsStage> next = AccountsPages.next(steps);
        return next.filter(stage -> AccountsPages.bringing(stage).contains(visitor.role()))
                .map(stage -> new Todo("todo.accounts", "/execute/" + budget + "/accounts"));
    }

    /** The last month of the year that is over, when nothing is reported of it yet. */
    private Optional<Todo> month(BudgetId budget, Visitor visitor) {
        if (visitor.role() != Role.DEPARTMENT_FINANCE && visitor.role() != Role.TREASURY) {
            return Optional.empty();
        }
        YearMonth last = YearMonth.from(today()).minusMonths(1);
        YearMonth december = YearMonth.of(budget.year().value(), 12);
        YearMonth due = last.isAfter(december) ? december : last;
        boolean missing = due.getYear() == budget.year().value()
                && months.months(budget, facts.position()).stream()
                        .noneMatch(month -> month.month().equals(due));
        return missing ? Optional.of(new Todo("todo.month", "/execute/" + budget + "/months")) : Optional.empty();
    }

    private Optional<Todo> closing(BudgetId budget, Visitor visitor) {
        boolean over = today().getYear() > budget.year().value();
        boolean theirs = visitor.role() == Role.BUDGET_OFFICE || visitor.role() == Role.DEPARTMENT_FINANCE;
        return over && theirs
                ? Optional.of(new Todo("todo.close", "/execute/" + budget + "/year-end"))
                : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
    }
}
