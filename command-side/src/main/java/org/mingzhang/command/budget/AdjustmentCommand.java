package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;

/** Changes of an approved budget, each a document (调整单) with a number of its own in the budget. */
public sealed interface AdjustmentCommand extends BudgetCommand {
    record SubmitAdjustment(BudgetId budget, AdjustmentRequest request) implements AdjustmentCommand {}

    /** What is done with a document that was submitted. */
    sealed interface OnDocument extends AdjustmentCommand {
        int number();
    }

    /**
     * Passes a station.
     *
     * @param station the one that the reviewer saw as the next
     * @param document of a decision that the government or the people's congress took; empty at other stations
     */
    record ReviewAdjustment(
            BudgetId budget, int number, AdjustmentStation station, Optional<Basis> document, String opinion)
            implements OnDocument {}

    record ReturnAdjustment(BudgetId budget, int number, String reason) implements OnDocument {}

    record RejectAdjustment(BudgetId budget, int number, String reason) implements OnDocument {}

    record WithdrawAdjustment(BudgetId budget, int number, String reason) implements OnDocument {}

    /** Submits the opposite of a document that took effect (冲销); it takes the same way. */
    record ReverseAdjustment(BudgetId budget, int number, String reason, LocalDate effectiveOn) implements OnDocument {}

    /** @param approval the approval document (批复 / 调整文号) */
    record PutAdjustmentIntoEffect(BudgetId budget, int number, Optional<Basis> approval, LocalDate effectiveOn)
            implements OnDocument {}
}
