package org.mingzhang.query.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;

/** Events at many positions, those that lie close together in one go: a question to the log costs more than a few events more. */
public final class ReadEvents {
    /** So far apart may two be that are still read together. */
    private static final int GAP = 16;

    private ReadEvents() {}

    /** By position; only those that were asked for. */
    public static Map<Long, RecordedEvent> at(EventLog log, Collection<Long> positions) {
        Map<Long, RecordedEvent> found = new HashMap<>();
        TreeSet<Long> left = new TreeSet<>(positions);
        while (!left.isEmpty()) {
            long first = left.first();
            long last = first;
            Long next = left.higher(last);
            while (next != null && next - last <= GAP) {
                last = next;
                next = left.higher(last);
            }
            List<RecordedEvent> run = log.read(first - 1, (int) (last - first + 1));
            run.stream()
                    .filter(event -> left.contains(event.position()))
                    .forEach(event -> found.put(event.position(), event));
            left.headSet(last, true).clear();
        }
        return found;
    }
}
