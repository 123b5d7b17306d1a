package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.value.Envelope;

/** Decides commands: a pure function of the rules of the day, the command with its circumstances, and the state. */
public final class BudgetDecider {
    private BudgetDecider() {}

    /** Events when it happens, every reason against it when it does not. */
    public static Decision decide(Policy rulesOfTheDay, Envelope<? extends BudgetCommand> envelope, Budget state) {
        return new Decision.Accepted(List.of());
    }
}
