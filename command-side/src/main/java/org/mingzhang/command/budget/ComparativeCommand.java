package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Comparatives;

/** What was printed of the years before a department's first budget that is kept here. */
public sealed interface ComparativeCommand extends BudgetCommand {
    /**
     * Replaces everything that was stated of that year before.
     *
     * @param reason why it was not right; blank the first time
     */
    record StateComparatives(BudgetId budget, Comparatives comparatives, String reason) implements ComparativeCommand {
        /** The budget of that year, which says more where it is kept here. */
        BudgetId ofThatYear() {
            return new BudgetId(budget.division(), budget.department(), comparatives.year());
        }
    }
}
