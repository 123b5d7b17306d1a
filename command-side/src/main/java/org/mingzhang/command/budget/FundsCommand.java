package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.FundsSource;

/** What the budget office does with the sources of supplements; what is drawn from them is decided with the adjustment. */
public sealed interface FundsCommand extends LedgerCommand {
    FundsId funds();

    @Override
    default String stream() {
        return funds().toString();
    }

    record RegisterSource(FundsId funds, FundsSource source, Amount amount) implements FundsCommand {}

    /** @param amount what comes to it */
    record IncreaseSource(FundsId funds, int source, Amount amount, Basis basis, String note) implements FundsCommand {}

    /**
     * Says anew what was said of it; kind, fund and what it is bound to stay.
     *
     * @param amount all that there is to give, with what was given already
     */
    record CorrectSource(
            FundsId funds, int source, String name, String purpose, Amount amount, Basis basis, String reason)
            implements FundsCommand {}
}
