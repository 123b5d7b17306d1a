package org.mingzhang.ledger.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;

/** Turns events and their circumstances into stored bytes and back. */
public final class EventCodec {
    private final ObjectMapper json = KernelJson.mapper();
    private final Map<EventName, Class<? extends BudgetEvent>> types = EventName.types();

    /** The canonical bytes of an event. */
    public byte[] payload(BudgetEvent event) {
        return write(event);
    }

    /** The canonical bytes of who did it, in which act, on which day. */
    public byte[] metadata(Envelope<?> envelope) {
        return write(new Circumstances(envelope.commandId(), envelope.actor(), envelope.businessDay()));
    }

    /** Reads an event; a name or shape this release does not know throws {@link UnknownEventException}. */
    public BudgetEvent event(EventName name, byte[] payload, String where) {
        Class<? extends BudgetEvent> type = types.get(name);
        if (type == null) {
            throw new UnknownEventException("unknown event " + name + " in stream " + where);
        }
        try {
            return json.readValue(payload, type);
        } catch (IOException e) {
            throw new UnknownEventException("event " + name + " in stream " + where + " cannot be read", e);
        }
    }

    public Envelope<BudgetEvent> envelope(EventName name, byte[] payload, byte[] metadata, String where) {
        try {
            Circumstances of = json.readValue(metadata, Circumstances.class);
            return new Envelope<>(of.commandId(), of.actor(), of.businessDay(), event(name, payload, where));
        } catch (IOException e) {
            throw new UnknownEventException("the metadata of " + name + " in stream " + where + " cannot be read", e);
        }
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of the kernel cannot be written: " + value, e);
        }
    }

    private record Circumstances(UUID commandId, Actor actor, LocalDate businessDay) {}
}
