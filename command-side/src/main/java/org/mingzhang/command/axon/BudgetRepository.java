package org.mingzhang.command.axon;

import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.mingzhang.command.budget.BudgetCommands.Known;
import org.mingzhang.kernel.value.BudgetId;

/**
 * Gives Axon what is known of a budget as a snapshot, so that a budget that another node has moved on is not replayed
 * from its first event.
 */
final class BudgetRepository extends CachingEventSourcingRepository<BudgetAggregate> {
    private final KnownBudgets known;

    BudgetRepository(EventStore store, KnownBudgets known, Cache aggregates) {
        super(EventSourcingRepository.builder(BudgetAggregate.class)
                .eventStore(store)
                .cache(aggregates));
        this.known = known;
    }

    @Override
    protected DomainEventStream readEvents(String stream) {
        Known current = known.current(BudgetId.parse(stream));
        if (current.version() < 0) {
            return DomainEventStream.empty();
        }
        return DomainEventStream.of(Stream.of(new GenericDomainEventMessage<>(
                BudgetAggregate.class.getSimpleName(),
                stream,
                current.version(),
                new BudgetAggregate(stream, current.budget()))));
    }
}
