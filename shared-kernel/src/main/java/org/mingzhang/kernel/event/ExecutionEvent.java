package org.mingzhang.kernel.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.ProvisionalGround;

/** What becomes of the money of a year, line by line, from 1 January to the closing (lifecycle.md §2.6, §4, §6). */
public sealed interface ExecutionEvent extends BudgetEvent {
    /** Of one line; thousands of them make a month or a closing. */
    sealed interface OfLine extends ExecutionEvent {
        LineKey line();
    }

    /**
     * Money may be spent before the approval (stage PROVISIONAL).
     *
     * @param amount less than zero when it is taken back
     * @param reference what was spent of it in the same period of last year
     * @param until last month of that period
     */
    record ProvisionalIssued(
            BudgetId budget,
            LineKey line,
            ProvisionalGround ground,
            Amount amount,
            Amount reference,
            YearMonth until,
            Basis basis,
            List<Posting> postings)
            implements OfLine {
        public ProvisionalIssued {
            postings = List.copyOf(postings);
        }
    }

    /** The approval took the place of what was issued before it. */
    record ProvisionalReplaced(
            BudgetId budget, LineKey line, Amount provisional, Amount used, Amount approved, List<Posting> postings)
            implements OfLine {
        public ProvisionalReplaced {
            postings = List.copyOf(postings);
        }
    }

    /**
     * The finance bureau holds money of a line (stage FROZEN).
     *
     * @param percent of what was available; empty when the amount itself was said
     */
    record LineFrozen(
            BudgetId budget,
            LineKey line,
            Amount amount,
            Optional<Integer> percent,
            String opinion,
            Optional<Basis> document,
            List<Posting> postings)
            implements OfLine {
        public LineFrozen {
            postings = List.copyOf(postings);
        }
    }

    /** @param percent of what the bureau held; empty when the amount itself was said */
    record LineThawed(
            BudgetId budget,
            LineKey line,
            Amount amount,
            Optional<Integer> percent,
            String opinion,
            Optional<Basis> document,
            List<Posting> postings)
            implements OfLine {
        public LineThawed {
            postings = List.copyOf(postings);
        }
    }

    /**
     * A line in a month as the treasury reports it; postings (EXECUTED, COMMITTED) carry the difference to what was
     * stated before.
     *
     * @param before what an earlier report stated of the same line and month
     * @param source the report (国库支付报表)
     * @param reason why a figure was stated anew; empty the first time
     */
    record ExecutionRecorded(
            BudgetId budget,
            LineKey line,
            YearMonth month,
            Optional<MonthFigures> before,
            MonthFigures after,
            Basis source,
            String reason,
            List<Posting> postings)
            implements OfLine {
        public ExecutionRecorded {
            postings = List.copyOf(postings);
        }
    }

    /** How much of a project's line is needed for the same purpose next year; the rest will lapse. */
    record CarryOverStated(BudgetId budget, LineKey line, Amount carried, String statement) implements OfLine {}

    /** What was left of a line is carried over or lapses (stages CARRIED_OVER, LAPSED); what was held is given free. */
    record LineClosed(
            BudgetId budget, LineKey line, Amount carried, Amount lapsed, ClosingGround ground, List<Posting> postings)
            implements OfLine {
        public LineClosed {
            postings = List.copyOf(postings);
        }
    }

    /** After it nothing moves in this budget. */
    record YearClosed(BudgetId budget, LocalDate closedOn, Basis basis, String policy) implements ExecutionEvent {}
}
