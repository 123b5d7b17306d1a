package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Statement;

/** What the department states beside its figures. */
public sealed interface StatementCommand extends BudgetCommand {
    /** Replaces an earlier statement of the same topic. */
    record MakeStatement(BudgetId budget, Statement statement) implements StatementCommand {}
}
