package org.mingzhang.query.controls;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentReviewed;
import org.mingzhang.kernel.event.AdjustmentEvent.AdjustmentTookEffect;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.ledger.store.RecordedEvent;

/** Nobody who made a document, or for whom it was made, decides on it. */
record SeparationRule(Filings filings, Findings findings) implements Rule {
    @Override
    public void see(RecordedEvent event) {
        if (event.envelope().message() instanceof AdjustmentEvent decision
                && (decision instanceof AdjustmentReviewed || decision instanceof AdjustmentTookEffect)) {
            findings.examine(Control.SEPARATION, Moved.asked(filings.of(decision)));
            filings.of(decision).ifPresent(filing -> apart(event, decision.number(), filing.maker()));
        }
    }

    private void apart(RecordedEvent event, int number, Actor maker) {
        Set<String> both = people(event.envelope().actor());
        both.retainAll(people(maker));
        findings.require(both.isEmpty(), Control.SEPARATION, event, "separation.same", number, String.join("、", both));
    }

    private static Set<String> people(Actor actor) {
        return Stream.concat(Stream.of(actor.login()), actor.onBehalfOf().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
