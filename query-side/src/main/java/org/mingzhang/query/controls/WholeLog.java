package org.mingzhang.query.controls;

import java.util.List;
import java.util.function.LongConsumer;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;

/** Goes through a log from its first event to the one that is the last when it begins. */
public final class WholeLog {
    /** Events in memory at once. */
    private static final int RUN = 2_000;

    private WholeLog() {}

    /** @param progress told the position after each piece */
    public static ControlProof proved(EventLog log, LongConsumer progress) {
        return proved(log, log.head(), progress);
    }

    /** Up to a position. */
    static ControlProof proved(EventLog log, long head, LongConsumer progress) {
        ControlFold fold = new ControlFold();
        while (fold.position() < head) {
            int most = (int) Math.min(RUN, head - fold.position());
            List<RecordedEvent> events = log.read(fold.position(), most);
            if (events.isEmpty()) {
                throw new IllegalStateException("position " + (fold.position() + 1) + " is missing");
            }
            events.forEach(fold::see);
            progress.accept(fold.position());
        }
        return fold.proof();
    }
}
