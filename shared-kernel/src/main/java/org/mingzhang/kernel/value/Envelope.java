package org.mingzhang.kernel.value;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A command or an event with who did it, in which act and on which business day.
 *
 * <p>The decider and the fold see nothing else of the world: no clock, no session.
 *
 * @param commandId identity of the act; every event of one command carries it
 * @param businessDay the Asia/Shanghai day on which the act counts
 */
public record Envelope<T>(UUID commandId, Actor actor, LocalDate businessDay, T message) {
    /** The same circumstances around another message. */
    public <R> Envelope<R> with(R other) {
        return new Envelope<>(commandId, actor, businessDay, other);
    }
}
