package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;

/** Expenditure lines while the budget is prepared. */
public sealed interface LineCommand extends BudgetCommand {
    LineKey line();

    record AllocateLine(BudgetId budget, LineKey line, LineContent content) implements LineCommand {}

    record ReviseLine(BudgetId budget, LineKey line, LineContent content) implements LineCommand {}

    record RemoveLine(BudgetId budget, LineKey line, String reason) implements LineCommand {}
}
