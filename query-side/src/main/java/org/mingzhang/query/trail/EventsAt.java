package org.mingzhang.query.trail;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;

/** Reads single events of the log; what stands close together is read together. */
final class EventsAt {
    /** So many events that nobody asked for are cheaper than asking twice. */
    private static final int GAP = 4;

    private static final int LONGEST_RUN = 500;

    private EventsAt() {}

    /** @param newestFirst positions, which are all there; the events come in the same order */
    static List<RecordedEvent> read(EventLog log, List<Long> newestFirst) {
        List<RecordedEvent> events = new ArrayList<>(newestFirst.size());
        int at = 0;
        while (at < newestFirst.size()) {
            int end = at + 1;
            while (end < newestFirst.size()
                    && newestFirst.get(end - 1) - newestFirst.get(end) <= GAP
                    && newestFirst.get(at) - newestFirst.get(end) < LONGEST_RUN) {
                end++;
            }
            long lowest = newestFirst.get(end - 1);
            int length = (int) (newestFirst.get(at) - lowest) + 1;
            List<RecordedEvent> run = log.read(lowest - 1, length);
            for (Long wanted : newestFirst.subList(at, end)) {
                events.add(run.get((int) (wanted - lowest)));
            }
            at = end;
        }
        return events;
    }
}
