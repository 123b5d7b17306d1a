package org.mingzhang.query.trail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LinesBefore;
import org.mingzhang.query.facts.Measure;
import org.mingzhang.query.facts.SourcesBefore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the facts at the position before each event, for a page or for a whole file. */
final class StoodInFacts implements StoodBefore {
    private final FactReader facts;
    private final LinesBefore lines;
    private final SourcesBefore sources;

    /** @param file whether many pages are going to be asked, newest first */
    StoodInFacts(JdbcClient jdbc, boolean file) {
        this.facts = new FactReader(jdbc);
        this.lines = new LinesBefore(jdbc, file);
        this.sources = new SourcesBefore(jdbc);
    }

    @Override
    public Map<Long, Map<Measure, Amount>> of(List<RecordedEvent> events) {
        long covered = facts.position();
        Map<String, NavigableMap<Long, Set<Measure>>> ofLines = new HashMap<>();
        Map<String, NavigableMap<Long, Set<Measure>>> ofSources = new HashMap<>();
        for (RecordedEvent event : events) {
            LedgerEvent message = event.envelope().message();
            Set<Measure> moved = moved(message);
            if (!moved.isEmpty() && event.position() <= covered + 1) {
                (message instanceof FundsEvent ? ofSources : ofLines)
                        .computeIfAbsent(event.stream(), stream -> new TreeMap<>())
                        .put(event.position(), moved);
            }
        }
        Map<Long, Map<Measure, Amount>> found = new HashMap<>();
        ofLines.forEach((budget, asked) -> found.putAll(lines.of(budget, asked)));
        ofSources.forEach((funds, asked) -> found.putAll(sources.of(funds, asked)));
        return found;
    }

    /** What lines say of themselves stands in their events before and after. */
    private static Set<Measure> moved(LedgerEvent event) {
        return switch (event) {
            case LineEvent ignored -> Set.of();
            case RevenueEvent ignored -> Set.of();
            case FundsEvent funds ->
                funds.movements().stream()
                        .map(movement -> Measure.source(funds.source(), movement.stage()))
                        .collect(Collectors.toSet());
            default -> {
                Set<Measure> moved = new HashSet<>();
                for (Posting posting : event.postings()) {
                    Measure measure = Measure.of(posting);
                    moved.add(measure);
                    if (posting.stage() == Stage.ADJUSTED) {
                        moved.add(measure.at(Stage.INITIAL));
                    }
                }
                yield moved;
            }
        };
    }
}
