package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.RevenueContent;

/** Revenue lines while the budget is prepared. */
public sealed interface RevenueCommand extends BudgetCommand {
    LineKey line();

    record EstimateRevenue(BudgetId budget, LineKey line, RevenueContent content) implements RevenueCommand {}

    record ReviseRevenue(BudgetId budget, LineKey line, RevenueContent content) implements RevenueCommand {}

    record RemoveRevenue(BudgetId budget, LineKey line, String reason) implements RevenueCommand {}
}
