package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.ledger.store.RecordedEvent;

/** What stood before an event is what all events before it add up to, whichever way it is asked. */
class LinesBeforeTest extends FactsOnEveryDatabase {
    private static final int LENGTH = 160;

    @Property(tries = 8)
    void what_stood_before_an_event_is_what_all_events_before_it_add_up_to(@ForAll long seed) {
        List<RecordedEvent> history = RandomHistory.of(seed, LENGTH);
        Map<Long, Map<Measure, Amount>> read = reading(history);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history, new Random(seed));
            for (boolean whole : List.of(true, false)) {
                // few movements are walked back, or summed up by the database
                for (int walked : List.of(0, 3, 10_000)) {
                    assertThat(inPieces(new LinesBefore(database.jdbc(), whole, walked), history, new Random(seed)))
                            .as("whole %s walked %d", whole, walked)
                            .isEqualTo(read);
                }
            }
        }
    }

    /** Newest first, as many together as it happens, some left out: as a filter does. */
    private static Map<Long, Map<Measure, Amount>> inPieces(
            LinesBefore before, List<RecordedEvent> history, Random random) {
        Map<Long, Map<Measure, Amount>> found = new HashMap<>();
        int to = history.size();
        while (to > 0) {
            int from = Math.max(0, to - 1 - random.nextInt(40));
            Map<String, NavigableMap<Long, Set<Measure>>> asked = new HashMap<>();
            for (RecordedEvent event : history.subList(from, to)) {
                if (!measures(event).isEmpty() && event.position() % 3 != 0) {
                    asked.computeIfAbsent(event.stream(), stream -> new TreeMap<>())
                            .put(event.position(), measures(event));
                }
            }
            asked.forEach((budget, positions) -> found.putAll(before.of(budget, positions)));
            to = from;
        }
        return found;
    }

    private static Map<Long, Map<Measure, Amount>> reading(List<RecordedEvent> history) {
        Map<String, Map<Measure, Amount>> sums = new HashMap<>();
        Map<Long, Map<Measure, Amount>> found = new HashMap<>();
        for (RecordedEvent event : history) {
            Map<Measure, Amount> standing = sums.computeIfAbsent(event.stream(), stream -> new HashMap<>());
            Map<Measure, Amount> before = new HashMap<>();
            measures(event).forEach(one -> before.put(one, standing.getOrDefault(one, Amount.ZERO)));
            if (!before.isEmpty() && event.position() % 3 != 0) {
                found.put(event.position(), before);
            }
            for (Posting posting : event.envelope().message().postings()) {
                standing.merge(Measure.of(posting), posting.delta(), Amount::plus);
            }
        }
        return found;
    }

    private static Set<Measure> measures(RecordedEvent event) {
        Set<Measure> measures = new HashSet<>();
        event.envelope().message().postings().forEach(posting -> measures.add(Measure.of(posting)));
        return measures;
    }
}
