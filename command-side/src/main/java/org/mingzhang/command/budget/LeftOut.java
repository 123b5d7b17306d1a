package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;

/**
 * The documents that a history does without.
 *
 * <p>Their numbers stay taken, by documents that hold nothing and were withdrawn at once, and so do those of the sources that
 * they would have made, without money: whatever comes later keeps its own number.
 */
final class LeftOut {
    private final Set<AdjustmentRef> documents;

    LeftOut(Set<AdjustmentRef> documents) {
        this.documents = new HashSet<>(documents);
    }

    boolean has(AdjustmentRef document) {
        return documents.contains(document);
    }

    boolean has(BudgetId budget, int number) {
        return has(new AdjustmentRef(budget, number));
    }

    void add(AdjustmentRef document) {
        documents.add(document);
    }

    /** Whether an act begins one of them. */
    boolean begins(List<Envelope<LedgerEvent>> act) {
        return act.stream()
                .map(Envelope::message)
                .anyMatch(event -> event instanceof AdjustmentEvent.AdjustmentSubmitted submitted
                        && has(submitted.budget(), submitted.number()));
    }

    /** Every document of a submission: of a 划转 there is one in each budget, and neither is without the other. */
    static List<AdjustmentRef> submitted(ActPart part) {
        return part.all(AdjustmentEvent.AdjustmentSubmitted.class).stream()
                .map(event -> new AdjustmentRef(event.budget(), event.number()))
                .toList();
    }

    /** What keeps the numbers taken. */
    static List<Envelope<LedgerEvent>> places(ActPart part) {
        List<Envelope<LedgerEvent>> kept = new ArrayList<>();
        for (Envelope<LedgerEvent> event : part.events()) {
            if (event.message() instanceof AdjustmentEvent.AdjustmentSubmitted e) {
                kept.add(event.with(holdingNothing(e)));
                kept.add(event.with(new AdjustmentEvent.AdjustmentWithdrawn(e.budget(), e.number(), "", List.of())));
            } else if (event.message() instanceof AdjustmentEvent.CounterpartLinked) {
                kept.add(event);
            } else if (event.message() instanceof FundsEvent.SourceRecovered e) {
                kept.add(event.with(
                        new FundsEvent.SourceRecovered(e.funds(), e.source(), e.said(), e.document(), List.of())));
            }
        }
        return kept;
    }

    private static AdjustmentEvent holdingNothing(AdjustmentEvent.AdjustmentSubmitted event) {
        return new AdjustmentEvent.AdjustmentSubmitted(
                event.budget(),
                event.number(),
                event.kind(),
                event.request(),
                event.stations(),
                event.approvalDemanded(),
                event.policy(),
                List.of());
    }
}
