package org.mingzhang.ledger.store;

import java.util.UUID;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Envelope;

/** An event on its way into a stream. */
public record NewEvent(UUID eventId, String stream, Envelope<LedgerEvent> envelope) {}
