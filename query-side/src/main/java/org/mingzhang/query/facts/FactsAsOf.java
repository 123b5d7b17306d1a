package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;

/** The facts of a budget as of any moment of either clock, as they are kept and as they are replayed. */
public final class FactsAsOf {
    private final FactReader facts;
    private final EventLog log;

    public FactsAsOf(FactReader facts, EventLog log) {
        this.facts = facts;
        this.log = log;
    }

    /** From the facts that are kept; empty when nothing had happened by then. */
    public Optional<BudgetFacts> load(BudgetId budget, Moment moment, TableBasis basis) {
        return moment.day().isPresent()
                ? facts.load(budget, moment, basis, this::allEffective)
                : facts.load(budget, moment.position(), basis);
    }

    /** The day from which the words of the event at a position hold. */
    public LocalDate effective(long position) {
        return ReplayedFacts.effective(log.read(position - 1, 1).getFirst().envelope());
    }

    /** The same of several positions. */
    Map<Long, LocalDate> allEffective(Collection<Long> positions) {
        return log.readAt(positions).stream()
                .collect(Collectors.toMap(RecordedEvent::position, event -> ReplayedFacts.effective(event.envelope())));
    }

    /**
     * From the events themselves.
     *
     * @param events how many were replayed
     */
    public record Replayed(Optional<BudgetFacts> facts, long events) {}

    /** Replays all events of a budget up to a moment; as slow as there are many. */
    public Replayed replay(BudgetId budget, Moment moment, TableBasis basis) {
        List<RecordedEvent> stream = log.readStream(budget.toString(), 0).stream()
                .filter(event -> event.position() <= moment.position())
                .toList();
        return new Replayed(ReplayedFacts.of(stream, moment, basis), stream.size());
    }
}
