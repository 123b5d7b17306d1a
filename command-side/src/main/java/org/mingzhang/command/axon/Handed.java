package org.mingzhang.command.axon;

import org.mingzhang.command.budget.BudgetCommands.Submission;
import org.mingzhang.command.budget.DivisionCommand;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Origin;

/**
 * What is said of a command in the note that it was handed in.
 *
 * @param about the stream that it is about
 */
record Handed(Envelope<?> envelope, String about, String key, Origin origin) {
    static Handed of(Submission submission) {
        return new Handed(
                submission.envelope(), submission.envelope().message().stream(), submission.key(), submission.origin());
    }

    static Handed of(Envelope<? extends DivisionCommand> envelope, String key, Origin origin) {
        return new Handed(envelope, envelope.message().stream(), key, origin);
    }

    Object command() {
        return envelope.message();
    }
}
