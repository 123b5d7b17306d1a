package org.mingzhang.command.budget;

import java.util.OptionalLong;
import org.mingzhang.kernel.value.Envelope;

/** Where commands are handed in, whoever asks: a page, the API, an import, the sample. */
public interface BudgetCommands {
    /** Decides and, when accepted, records; returns only when what happened is durable. */
    Outcome submit(Submission submission);

    /** What {@link #submit} would decide now, without recording anything. */
    Decision preview(Envelope<BudgetCommand> envelope);

    /**
     * A command as it is handed in.
     *
     * @param key idempotency key, unique per actor: the same key and content gets the first answer again
     * @param expectedVersion the version of the budget's stream that the sender saw; empty when it does not matter
     */
    record Submission(Envelope<BudgetCommand> envelope, String key, OptionalLong expectedVersion) {
        /** A submission whose command id is its key. */
        public static Submission of(Envelope<BudgetCommand> envelope) {
            return new Submission(envelope, envelope.commandId().toString(), OptionalLong.empty());
        }
    }
}
