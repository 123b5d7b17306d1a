package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.Optional;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;

/** The final accounts (决算) of a closed year. */
public sealed interface AccountsCommand extends BudgetCommand {
    /**
     * Brings them one stage further.
     *
     * @param stage the one that is reached
     * @param document needed where others decide: audit, standing committee, replies
     */
    record PassAccounts(BudgetId budget, AccountsStage stage, LocalDate day, Optional<Basis> document, String opinion)
            implements AccountsCommand {}

    /** Back to the draft, by whoever would have to review them next. */
    record ReturnAccounts(BudgetId budget, String reason) implements AccountsCommand {}
}
