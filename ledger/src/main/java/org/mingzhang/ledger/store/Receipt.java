package org.mingzhang.ledger.store;

import java.util.UUID;

/**
 * The answer that a command got, kept with its events.
 *
 * @param streamVersion version of the stream after it
 * @param lastPosition position of the last that it recorded, notes included; the head of the log when it recorded none
 * @param events without notes
 * @param refused whether nothing was done; why is said in the note at the last position
 */
public record Receipt(
        Bytes bodyHash,
        UUID commandId,
        String stream,
        long streamVersion,
        long lastPosition,
        int events,
        boolean refused) {}
