package org.mingzhang.ledger.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.proof.CanonicalJson;

/** Turns events and their circumstances into stored bytes and back. */
public final class EventCodec {
    private final ObjectMapper json = KernelJson.mapper();
    private final Map<EventName, Class<? extends LedgerEvent>> types = EventName.types();
    private final Map<EventName, Upcast> upcasts;

    /** A codec for what this release writes and all that earlier ones wrote. */
    public EventCodec() {
        this(Upcasts.ALL);
    }

    /** A codec that reads older versions by these instead; refuses those that lead nowhere. */
    public EventCodec(List<Upcast> upcasts) {
        this.upcasts = Upcasts.checked(upcasts, types.keySet());
    }

    /** The canonical bytes of an event. */
    public byte[] payload(LedgerEvent event) {
        return write(event);
    }

    /** The canonical bytes of who did it, in which act, on which day. */
    public byte[] metadata(Envelope<?> envelope) {
        return write(new Circumstances(envelope.commandId(), envelope.actor(), envelope.businessDay()));
    }

    /** Reads an event; a name or shape this release does not know throws {@link UnknownEventException}. */
    public LedgerEvent event(EventName name, byte[] payload, String where) {
        try {
            Class<? extends LedgerEvent> type = types.get(name);
            if (type == null) {
                return upcast(name, payload, where);
            }
            CanonicalJson.check(payload);
            return json.readValue(payload, type);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnknownEventException("event " + name + " in stream " + where + " cannot be read", e);
        }
    }

    private LedgerEvent upcast(EventName stored, byte[] payload, String where) throws IOException {
        Upcast upcast = upcasts.get(stored);
        if (upcast == null) {
            throw new UnknownEventException("unknown event " + stored + " in stream " + where);
        }
        CanonicalJson.check(payload);
        JsonNode content = json.readTree(payload);
        while (upcast != null) {
            content = upcast.change().apply(content);
            Class<? extends LedgerEvent> type = types.get(upcast.to());
            if (type != null) {
                return json.treeToValue(content, type);
            }
            upcast = upcasts.get(upcast.to());
        }
        throw new IllegalStateException("the upcasts were checked, yet lead from " + stored + " to nothing");
    }

    public Envelope<LedgerEvent> envelope(EventName name, byte[] payload, byte[] metadata, String where) {
        try {
            CanonicalJson.check(metadata);
            Circumstances of = json.readValue(metadata, Circumstances.class);
            return new Envelope<>(of.commandId(), of.actor(), of.businessDay(), event(name, payload, where));
        } catch (IOException | IllegalArgumentException e) {
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
