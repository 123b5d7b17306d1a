package org.mingzhang.kernel.event;

import java.util.List;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.kernel.value.Objected;

/**
 * What became of a command that somebody handed in.
 *
 * <p>These events stand in a stream beside the budget's own ({@link #stream}), so that what was tried neither moves the
 * budget's version nor floods its history.
 */
public sealed interface SubmissionEvent extends BudgetEvent {
    /** How it was handed in. */
    HandedIn submission();

    @Override
    default String stream() {
        return stream(budget());
    }

    /** The stream of what was handed in for a budget. */
    static String stream(BudgetId budget) {
        return budget + "-submissions";
    }

    /**
     * It was done; its events carry the same command id and stand directly before this one in the log.
     *
     * @param version the version of the budget's stream after it
     * @param events how many events it made; 0 when everything was already as wanted
     */
    record CommandAccepted(BudgetId budget, HandedIn submission, long version, int events) implements SubmissionEvent {}

    /**
     * It was not done.
     *
     * @param version the version of the budget's stream that spoke against it; -1 when there was none
     * @param content what it said, as JSON; empty when that would be too long to keep
     * @param objections the reasons against it that were said, at least one
     */
    record CommandRefused(BudgetId budget, HandedIn submission, long version, String content, List<Objected> objections)
            implements SubmissionEvent {
        public CommandRefused {
            objections = List.copyOf(objections);
        }
    }
}
