package org.mingzhang.query.comparison;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AsOfBar;
import org.mingzhang.query.web.AsOfBars;
import org.springframework.stereotype.Component;

/** The bar of pages about years: along the life of all budgets of a department; of several there are too many. */
@Component
class ComparedInstants {
    private final DepartmentBudgets budgets;
    private final AsOfBars bars;

    ComparedInstants(DepartmentBudgets budgets, AsOfBars bars) {
        this.budgets = budgets;
        this.bars = bars;
    }

    Optional<AsOfBar> of(ComparisonQuestion question, Map<BudgetId, Moment> read) {
        return question.single()
                ? of(new Department(question.subject()), question.scope(), question.asOf(), read)
                : bars.amongYears(Set.of(), read, question.scope(), question.asOf());
    }

    Optional<AsOfBar> of(Department department, Scope scope, AsOf asOf, Map<BudgetId, Moment> read) {
        return bars.amongYears(budgets.all(department).keySet(), read, scope, asOf);
    }
}
