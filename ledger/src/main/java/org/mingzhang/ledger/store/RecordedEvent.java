package org.mingzhang.ledger.store;

import java.time.Instant;
import java.util.UUID;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.EventName;
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
        Envelope<BudgetEvent> envelope) {}
