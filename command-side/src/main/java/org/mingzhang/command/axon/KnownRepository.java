package org.mingzhang.command.axon;

import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Gives Axon what is known of a stream as a snapshot, so that a stream that another node has moved on is not replayed
 * from its first event.
 */
final class KnownRepository<A> extends CachingEventSourcingRepository<A> {
    private final Class<A> type;
    private final Function<String, Snapshot<A>> known;

    /** @param version of the last event that it knows; -1 when there is none */
    record Snapshot<A>(long version, A aggregate) {}

    /** @param known of a stream, by its name */
    KnownRepository(Class<A> type, EventStore store, Cache aggregates, Function<String, Snapshot<A>> known) {
        super(EventSourcingRepository.builder(type).eventStore(store).cache(aggregates));
        this.type = type;
        this.known = known;
    }

    @Override
    protected DomainEventStream readEvents(String stream) {
        Snapshot<A> current = known.apply(stream);
        if (current.version() < 0) {
            return DomainEventStream.empty();
        }
        return DomainEventStream.of(Stream.of(
                new GenericDomainEventMessage<>(type.getSimpleName(), stream, current.version(), current.aggregate())));
    }
}
