package org.mingzhang.ledger.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Appended;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.store.RecordedEvent;

/** Lets Axon store and read events in the log; blocks an append until it is durable. */
public final class LogStorageEngine implements EventStorageEngine {
    private static final int BATCH = 500;
    private static final String AGGREGATE_TYPE = "Budget";

    private final EventLog log;

    public LogStorageEngine(EventLog log) {
        this.log = log;
    }

    /** Throws {@link ConcurrencyException} when a stream moved on or the receipt was given to somebody else. */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        AppendUnderway underway = AppendUnderway.current();
        Map<String, Long> expected = new HashMap<>(underway.seen());
        List<NewEvent> list = new ArrayList<>(events.size());
        for (EventMessage<?> message : events) {
            if (!(message instanceof DomainEventMessage<?> event)
                    || !(event.getPayload() instanceof LedgerEvent what)) {
                throw new IllegalArgumentException("only events of the ledger are stored: " + message.getPayloadType());
            }
            String stream = event.getAggregateIdentifier();
            expected.putIfAbsent(stream, event.getSequenceNumber() - 1);
            list.add(new NewEvent(
                    UUID.fromString(event.getIdentifier()), stream, Circumstances.around(what, event.getMetaData())));
        }
        Appended answer = log.append(new Append(list, expected, notes(underway, list, expected), underway.claim()));
        underway.answered(answer);
        if (!(answer instanceof Appended.Recorded)) {
            throw new ConcurrencyException("not appended: " + answer);
        }
    }

    private static List<NewEvent> notes(AppendUnderway underway, List<NewEvent> events, Map<String, Long> expected) {
        String stream = underway.claim().stream();
        long own =
                events.stream().filter(event -> event.stream().equals(stream)).count();
        return underway.notes(expected.getOrDefault(stream, -1L) + own, events.size());
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("the log keeps no snapshots; states are cached");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.iterate(
                        log.read(position(token), BATCH),
                        batch -> !batch.isEmpty(),
                        batch -> log.read(batch.getLast().position(), BATCH))
                .flatMap(List::stream)
                .map(LogStorageEngine::tracked);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequenceNumber) {
        List<RecordedEvent> events = log.readStream(stream, firstSequenceNumber);
        return DomainEventStream.of(events.stream().map(LogStorageEngine::message));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        long version = log.streamVersion(stream);
        return version < 0 ? Optional.empty() : Optional.of(version);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        throw new UnsupportedOperationException("instants are turned into positions by the readers of the log");
    }

    private static long position(@Nullable TrackingToken token) {
        if (token == null) {
            return 0;
        }
        return token.position().orElseThrow(() -> new IllegalArgumentException("not a position: " + token));
    }

    private static DomainEventMessage<LedgerEvent> message(RecordedEvent event) {
        return new GenericDomainEventMessage<>(
                AGGREGATE_TYPE,
                event.stream(),
                event.streamVersion(),
                event.envelope().message(),
                Circumstances.of(event.envelope()),
                event.eventId().toString(),
                event.recordedAt());
    }

    private static TrackedEventMessage<?> tracked(RecordedEvent event) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()), message(event));
    }
}
