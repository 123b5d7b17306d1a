package org.mingzhang.kernel.event;

import java.time.LocalDate;
import java.util.Optional;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;

/** The final accounts (决算) of a closed year, from their draft to their publication (lifecycle.md §6, §8.4). */
public sealed interface AccountsEvent extends BudgetEvent {
    /** @param daysLate days beyond what 预算法 art. 80 and 14 allow; 0 when in time or when there is no term */
    record AccountsPassed(
            BudgetId budget, AccountsStage stage, LocalDate day, Optional<Basis> document, String opinion, int daysLate)
            implements AccountsEvent {}

    /** Back to the draft. */
    record AccountsReturned(BudgetId budget, AccountsStage from, String reason) implements AccountsEvent {}
}
