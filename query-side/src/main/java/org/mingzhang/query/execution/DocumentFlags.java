package org.mingzhang.query.execution;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.query.facts.LineBalances.Balance;

/** What somebody who decides should look at first; none of it forbids anything. */
final class DocumentFlags {
    /** A tenth of the budget of a line is little. */
    private static final int LITTLE = 10;

    private DocumentFlags() {}

    /**
     * Keys of words.
     *
     * @param reached the limits that it reached when it was submitted
     */
    static List<String> of(AdjustmentDocument document, List<Balance> lines, List<ReachedLimit> reached) {
        List<String> flags = new ArrayList<>();
        var request = document.fact().request();
        if (request.entries().stream().anyMatch(entry -> leavesLittle(entry, lines))) {
            flags.add("flag.near-limit");
        }
        if (request.effectiveOn().getMonth() == Month.DECEMBER) {
            flags.add("flag.year-end");
        }
        if (document.attachments().isEmpty()) {
            flags.add("flag.no-attachment");
        }
        if (request.performance().stream().anyMatch(effect -> effect.revised().isEmpty())) {
            flags.add("flag.targets");
        }
        flags.addAll(ofLimits(reached));
        return flags;
    }

    static List<String> ofLimits(List<ReachedLimit> reached) {
        return reached.stream()
                .filter(DocumentFlags::looks)
                .map(limit -> "flag.limit." + limit.measure().name())
                .distinct()
                .toList();
    }

    /** More stations are a way of looking already, and what stops a document lets it not come so far. */
    private static boolean looks(ReachedLimit limit) {
        return switch (limit.effect()) {
            case WARN, ACKNOWLEDGE -> true;
            case NONE, DEMAND, STOP -> false;
        };
    }

    /** What it gives is held already, so that what is available is what will be left. */
    private static boolean leavesLittle(AdjustmentEntry entry, List<Balance> lines) {
        return entry.change().isNegative()
                && lines.stream()
                        .filter(line -> line.line().equals(entry.line()))
                        .anyMatch(line -> line.available().fen() * LITTLE
                                < line.budgeted().fen());
    }
}
