package org.mingzhang.command.budget;

import java.util.OptionalLong;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.Origin;

/** Where commands are handed in, whoever asks: a page, the API, an import, the sample. */
public interface BudgetCommands {
    /**
     * Decides and records what becomes of it: what happens in the streams that it moves, and that it was handed in, done or
     * refused, in the stream of submissions. Returns only when both are durable.
     */
    Outcome submit(Submission submission);

    /** The funds as the next command would find them; {@link Funds#none()} when nothing has happened to them. */
    KnownFunds current(FundsId funds);

    /** What {@link #submit} would decide now, without recording anything. */
    Decision preview(Envelope<BudgetCommand> envelope);

    /** The budget as the next command would find it; {@link Budget#none()} when nothing has happened to it. */
    Known current(BudgetId budget);

    /** The rules that a command would be decided on; a door that knows those of the divisions says which. */
    default Policy rulesFor(Envelope<BudgetCommand> envelope) {
        return Policy.inForceOn(envelope.businessDay());
    }

    /** Whether whoever asks may hand in anything for that budget; a door in front of this one knows better. */
    default boolean isOpenFor(BudgetId budget) {
        return true;
    }

    /** Whether this very command was recorded before under its key. */
    boolean isDone(Submission submission);

    /** Keeps for the auditors that a command was turned away before anybody decided on it. */
    void turnedAway(Submission submission, TurnedAway why);

    /** Keeps for the auditors that a request was thrown away before anybody read it; a door without a memory keeps nothing. */
    default void thrownAway(Envelope<Oversized> request, String key, Origin origin) {}

    /**
     * A request larger than what is read; what it says nobody knows.
     *
     * @param address that it was sent to
     * @param limit in words
     */
    record Oversized(BudgetId budget, String address, String limit) {}

    /** Why a command does not get as far as the decider. */
    enum TurnedAway {
        /** The budget is not one of the sender's. */
        NOT_THEIR_BUDGET,
        /** It touches what belongs to another unit of the department. */
        NOT_THEIR_UNIT,
        /** The rules are those of a division that is not the sender's to change. */
        NOT_THEIR_DIVISION,
        /** The draft that its form was shown with has become a document, was changed or discarded elsewhere. */
        DRAFT_MOVED
    }

    /**
     * A budget with the version that goes with it.
     *
     * @param version of its stream, to be sent back as the expected version; -1 when nothing has happened yet
     */
    record Known(long version, Budget budget) {}

    /** Funds with the version that goes with them. */
    record KnownFunds(long version, Funds funds) {}

    /**
     * A command as it is handed in.
     *
     * @param key idempotency key, unique per actor: the same key and content gets the first answer again
     * @param expectedVersion the version of the stream it is about that the sender saw; empty when it does not matter
     */
    record Submission(
            Envelope<? extends LedgerCommand> envelope, String key, OptionalLong expectedVersion, Origin origin) {
        /** By the application itself. */
        public Submission(Envelope<? extends LedgerCommand> envelope, String key, OptionalLong expectedVersion) {
            this(envelope, key, expectedVersion, Origin.WITHIN);
        }

        /** A submission by the application itself, whose command id is its key. */
        public static Submission of(Envelope<? extends LedgerCommand> envelope) {
            return new Submission(envelope, envelope.commandId().toString(), OptionalLong.empty());
        }
    }
}
