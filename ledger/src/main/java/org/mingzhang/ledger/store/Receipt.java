package org.mingzhang.ledger.store;

import java.util.UUID;

/**
 * The answer that a command got, kept with its events.
 *
 * @param streamVersion version of the stream after it
 * @param lastPosition position of its last event; the head of the log when it recorded none
 */
public record Receipt(
        Bytes bodyHash, UUID commandId, String stream, long streamVersion, long lastPosition, int events) {}
