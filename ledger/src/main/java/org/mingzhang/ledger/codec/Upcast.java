package org.mingzhang.ledger.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import org.mingzhang.kernel.event.EventName;

/**
 * Turns a stored version of an event, which is no longer written, into the next one while it is read.
 *
 * <p>The stored bytes stay as they are; an event of the first version passes through every later one.
 */
public record Upcast(EventName from, EventName to, UnaryOperator<JsonNode> change) {
    public Upcast {
        boolean forward = !from.equals(to) && (!from.name().equals(to.name()) || from.version() < to.version());
        if (!forward) {
            throw new IllegalArgumentException("from " + from + " to " + to + " leads nowhere");
        }
    }
}
