package org.mingzhang.query.audit;

import java.util.HashMap;
import java.util.Map;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.web.OpenedBudget;

/** A budget as it was opened at two instants, the earlier one first. */
final class TwoInstants {
    private final OpenedBudget before;
    private final OpenedBudget after;
    private final boolean swapped;
    private final FactsAsOf past;
    private final Map<Long, Boolean> known = new HashMap<>();

    private TwoInstants(OpenedBudget before, OpenedBudget after, boolean swapped, FactsAsOf past) {
        this.before = before;
        this.after = after;
        this.swapped = swapped;
        this.past = past;
    }

    /** In this order. */
    static TwoInstants of(OpenedBudget before, OpenedBudget after, FactsAsOf past) {
        return new TwoInstants(before, after, false, past);
    }

    /** In the order of time, in whichever they were asked for. */
    static TwoInstants inOrder(OpenedBudget one, OpenedBudget other, FactsAsOf past) {
        boolean swapped = later(one.moment(), other.moment());
        return swapped ? new TwoInstants(other, one, true, past) : new TwoInstants(one, other, false, past);
    }

    /** What has no day counts every day. */
    private static boolean later(Moment one, Moment other) {
        if (one.day().isPresent() && other.day().isPresent()) {
            return one.day().get().isAfter(other.day().get());
        }
        return one.position() == other.position()
                ? one.day().isEmpty() && other.day().isPresent()
                : one.position() > other.position();
    }

    OpenedBudget before() {
        return before;
    }

    OpenedBudget after() {
        return after;
    }

    boolean swapped() {
        return swapped;
    }

    /** Up to where either of them reads. */
    long latest() {
        return Math.max(before.position(), after.position());
    }

    /** Whether the words of an event hold at one of the two and not at the other. */
    boolean between(long position) {
        return known.computeIfAbsent(
                position, any -> counted(before.moment(), position) != counted(after.moment(), position));
    }

    private boolean counted(Moment moment, long position) {
        return position <= moment.position() && (moment.day().isEmpty() || moment.counts(past.effective(position)));
    }
}
