package org.mingzhang.query.controls;

import org.mingzhang.ledger.store.RecordedEvent;

/** Sees every event in the order of the log and says what does not hold. */
interface Rule {
    void see(RecordedEvent event);

    /** The events of one command are complete; this was the last of them. */
    default void complete(RecordedEvent last) {}
}
