package org.mingzhang.ledger.store;

import java.util.UUID;

/** An event encoded for the log, before it has a position. */
record Row(
        UUID eventId,
        String stream,
        long streamVersion,
        String name,
        int version,
        String actor,
        UUID commandId,
        Bytes payload,
        Bytes metadata) {}
