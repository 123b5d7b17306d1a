package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.LineKey;

/** Something that would have gone another way in a history that something is missing from. */
public sealed interface Departure {
    /** Where in the log it really happened. */
    long position();

    /** The day on which it really happened. */
    LocalDate day();

    /** What somebody would have been refused. */
    enum Step {
        SUBMISSION,
        REVIEW,
        EFFECT,
        DRAW,
        FREEZE,
        THAW,
        PAYMENT,
        CARRY_OVER,
        CLOSING,
        ACCOUNTS
    }

    /**
     * It would have been refused, and is left out with all that rests on it.
     *
     * @param budget whose it is; empty for a source of the division
     * @param number of the document; 0 for what is none
     * @param line that it is about; empty for a document or a whole budget
     * @param month of a payment
     * @param amount that it moved
     */
    record Stopped(
            long position,
            LocalDate day,
            Step step,
            Optional<BudgetId> budget,
            int number,
            Optional<LineKey> line,
            Optional<YearMonth> month,
            Amount amount,
            List<Refusal> reasons)
            implements Departure {
        public Stopped {
            reasons = List.copyOf(reasons);
        }
    }

    /** A document takes back another one that is not there. */
    record FallsAway(long position, LocalDate day, AdjustmentRef document, AdjustmentRef takesBack)
            implements Departure {}

    /** A document goes another way. */
    record OtherWay(
            long position,
            LocalDate day,
            AdjustmentRef document,
            List<AdjustmentStation> recorded,
            List<AdjustmentStation> then)
            implements Departure {
        public OtherWay {
            recorded = List.copyOf(recorded);
            then = List.copyOf(then);
        }
    }

    /**
     * A document reaches a limit of the rules that it really did not reach, no longer reaches one, or reaches it elsewhere.
     *
     * @param recorded empty when it did not reach it
     * @param then empty when it does not reach it
     */
    record OtherLimit(
            long position,
            LocalDate day,
            AdjustmentRef document,
            Optional<ReachedLimit> recorded,
            Optional<ReachedLimit> then)
            implements Departure {}
}
