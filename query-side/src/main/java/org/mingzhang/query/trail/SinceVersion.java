package org.mingzhang.query.trail;

import java.util.List;
import java.util.Locale;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;

/** What happened in a stream after one of its versions, in the sentences of the trail, as far as the visitor may see it. */
public final class SinceVersion {
    /** More is no answer to somebody who wants to go on; the page that they return to shows how it is now. */
    private static final int MOST = 8;

    /** So many are looked at; whoever left a page open for a year is told that there were more. */
    private static final int LOOKED_AT = 200;

    private final EventLog log;
    private final FactReader facts;
    private final LineBalances balances;
    private final TrailTellings tellings;
    private final CurrentVisitor visitors;

    /** @param balances of the lines of every unit */
    SinceVersion(
            EventLog log, FactReader facts, LineBalances balances, TrailTellings tellings, CurrentVisitor visitors) {
        this.log = log;
        this.facts = facts;
        this.balances = balances;
        this.tellings = tellings;
        this.visitors = visitors;
    }

    /**
     * The latest of them, the oldest first.
     *
     * @param more that are not said
     */
    public record Said(List<String> sentences, long more) {}

    public Said of(String stream, long version, Locale locale) {
        long last = log.streamVersion(stream);
        long from = Math.max(version + 1, last - LOOKED_AT + 1);
        List<RecordedEvent> seen = visitors.visitor()
                .filter(visitor -> covers(visitor, stream))
                .map(visitor -> theirs(log.readStream(stream, from, LOOKED_AT), stream, visitor))
                .orElse(List.of());
        List<RecordedEvent> latest = seen.subList(Math.max(0, seen.size() - MOST), seen.size());
        List<String> sentences = tellings.ofPage(locale).tell(latest).stream()
                .map(TrailEntry::whole)
                .toList();
        return new Said(sentences, last - version - sentences.size());
    }

    private static boolean covers(Visitor visitor, String stream) {
        return FundsId.isOne(stream) ? visitor.covers(FundsId.parse(stream)) : visitor.covers(BudgetId.parse(stream));
    }

    /** Whoever belongs to one unit is told of that one, and of what is the department's as a whole. */
    private List<RecordedEvent> theirs(List<RecordedEvent> events, String stream, Visitor visitor) {
        if (visitor.unit().isEmpty() || events.isEmpty()) {
            return events;
        }
        UnitsOfEvents units = new UnitsOfEvents(
                facts, balances, BudgetId.parse(stream), events.getLast().position(), events);
        return events.stream()
                .filter(event -> units.of(event).stream().allMatch(visitor::covers))
                .toList();
    }
}
