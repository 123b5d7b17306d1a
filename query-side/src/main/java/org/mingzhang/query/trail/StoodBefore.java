package org.mingzhang.query.trail;

import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.Measure;

/** What lines and sources stood at before the events that move their money. */
@FunctionalInterface
interface StoodBefore {
    /** By position; nothing for events that move no money, or that the facts do not cover yet. */
    Map<Long, Map<Measure, Amount>> of(List<RecordedEvent> events);
}
