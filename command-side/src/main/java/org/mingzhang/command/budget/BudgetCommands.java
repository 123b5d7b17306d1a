package org.mingzhang.command.budget;

import java.util.OptionalLong;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;

/** Where commands are handed in, whoever asks: a page, the API, an import, the sample. */
public interface BudgetCommands {
    /** Decides and, when accepted, records; returns only when what happened is durable. */
    Outcome submit(Submission submission);

    /** What {@link #submit} would decide now, without recording anything. */
    Decision preview(Envelope<BudgetCommand> envelope);

    /** The budget as the next command would find it; {@link Budget#none()} when nothing has happened to it. */
    Known current(BudgetId budget);

    /**
     * A budget with the version that goes with it.
     *
     * @param version of its stream, to be sent back as the expected version; -1 when nothing has happened yet
     */
    record Known(long version, Budget budget) {}

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
