package org.mingzhang.kernel.event;

import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Statement;

/** What the department states beside its figures. */
public sealed interface StatementEvent extends BudgetEvent {
    /** A statement was made, in place of an earlier one of the same topic if there was one. */
    record StatementMade(BudgetId budget, Optional<Statement> before, Statement after) implements StatementEvent {}
}
