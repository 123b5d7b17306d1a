package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Origin;

/**
 * Where commands to a stream of a division are handed in.
 *
 * @param <C> the commands
 * @param <S> what has become of the stream
 */
public interface DivisionCommands<C extends DivisionCommand, S> {
    /**
     * Decides and records what becomes of it, and that it was handed in, done or refused; returns only when that is
     * durable.
     *
     * @param key idempotency key, unique per actor: the same key and content gets the first answer again
     */
    Outcome submit(Envelope<C> envelope, String key, Origin origin);

    /** The same by the application itself. */
    default Outcome submit(Envelope<C> envelope, String key) {
        return submit(envelope, key, Origin.WITHIN);
    }

    /** Keeps for the auditors that somebody wanted something of a division that is not theirs. */
    void turnedAway(Envelope<C> envelope, String key, Origin origin);

    /** What the next command would find. */
    S current(DivisionCode division);
}
