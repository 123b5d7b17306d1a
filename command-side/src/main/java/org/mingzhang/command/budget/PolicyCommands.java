package org.mingzhang.command.budget;

import java.time.LocalDate;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Origin;

/** Where changes of the rules are handed in. */
public interface PolicyCommands {
    /**
     * Decides and records what becomes of it, and that it was handed in, done or refused; returns only when that is
     * durable.
     *
     * @param key idempotency key, unique per actor: the same key and content gets the first answer again
     */
    Outcome submit(Envelope<PolicyCommand> envelope, String key, Origin origin);

    /** The same by the application itself. */
    default Outcome submit(Envelope<PolicyCommand> envelope, String key) {
        return submit(envelope, key, Origin.WITHIN);
    }

    /** Keeps for the auditors that somebody wanted to change rules that are not theirs. */
    void turnedAway(Envelope<PolicyCommand> envelope, String key, Origin origin);

    /** The amendments of a division as the next command would find them. */
    PolicyBook current(DivisionCode division);

    /** The rules of a division on a day, as the next command would find them. */
    default Policy inForceOn(DivisionCode division, LocalDate day) {
        return Policy.inForceOn(day, current(division).rules());
    }
}
