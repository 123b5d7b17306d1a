package org.mingzhang.command.budget;

import java.time.LocalDate;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;

/** Where changes of the rules are handed in. */
public interface PolicyCommands {
    /**
     * Decides and records what becomes of it; returns only when that is durable.
     *
     * @param key idempotency key, unique per actor: the same key and content gets the first answer again
     */
    Outcome submit(Envelope<PolicyCommand> envelope, String key);

    /** The amendments of a division as the next command would find them. */
    PolicyBook current(DivisionCode division);

    /** The rules of a division on a day, as the next command would find them. */
    default Policy inForceOn(DivisionCode division, LocalDate day) {
        return Policy.inForceOn(day, current(division).rules());
    }
}
