package org.mingzhang.application.controls;

import java.util.Optional;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentSubmitted;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.RevisionCut;

/** It says afterwards that it is a revision of the budget, and has gone its ordinary way. */
record Marked(RevisionCut cut) implements Crimes.Crime {
    @Override
    public boolean fits(Envelope<LedgerEvent> envelope) {
        AdjustmentSubmitted e = (AdjustmentSubmitted) envelope.message();
        return e.kind() == AdjustmentKind.PROJECT_SHIFT
                && e.request().reverses().isEmpty();
    }

    @Override
    public Envelope<LedgerEvent> commit(Envelope<LedgerEvent> envelope) {
        AdjustmentSubmitted e = (AdjustmentSubmitted) envelope.message();
        return envelope.with(new AdjustmentSubmitted(
                e.budget(),
                e.number(),
                e.kind(),
                e.request().marked(Optional.of(cut)),
                e.stations(),
                e.approvalDemanded(),
                e.policy(),
                e.postings()));
    }
}
