package org.mingzhang.ledger.store;

import java.time.Instant;
import java.util.UUID;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Envelope;

/**
 * An event as it stands in the log.
 *
 * @param position its place in the whole log: dense, from 1, never reused
 * @param stream the stream it belongs to, such as {@code 411200-103-2025}
 * @param streamVersion its place in that stream: dense, from 0
 * @param name the name and version under which its bytes are stored
 * @param recordedAt when the writer recorded it; never decreasing along positions
 */
public record RecordedEvent(
        long position,
        UUID eventId,
        String stream,
        long streamVersion,
        EventName name,
        Instant recordedAt,
        Envelope<LedgerEvent> envelope) {
    /** Its envelope as one of the family that the stream is made of; another there is an impossible event. */
    public <E extends LedgerEvent> Envelope<E> of(Class<E> family) {
        if (!family.isInstance(envelope.message())) {
            throw new IllegalStateException(name + " at position " + position + " is not one of " + stream);
        }
        return envelope.with(family.cast(envelope.message()));
    }
}
