package org.mingzhang.application.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;

/** Hands in what the people of the sample do, each step under a key of its own, so that a second time changes nothing. */
record SampleDesk(BudgetCommands commands, BudgetId budget) {
    /** The position after it; a refusal is a fault of the sample. */
    long done(Actor actor, String day, String step, LedgerCommand command) {
        return switch (submit(actor, day, step, command)) {
            case Outcome.Done done -> done.position();
            // an earlier release said the same step in other words
            case Outcome.KeyReused reused when !reused.afterRefusal() -> 0;
            case Outcome other -> throw new IllegalStateException("the sample stops at " + step + ": " + other);
        };
    }

    Outcome submit(Actor actor, String day, String step, LedgerCommand command) {
        return commands.submit(
                new BudgetCommands.Submission(envelope(actor, day, step, command), key(step), OptionalLong.empty()));
    }

    <T> Envelope<T> envelope(Actor actor, String day, String step, T message) {
        UUID id = UUID.nameUUIDFromBytes(key(step).getBytes(StandardCharsets.UTF_8));
        return new Envelope<>(id, actor, LocalDate.parse(day), message);
    }

    String key(String step) {
        return "sample-" + budget + "-" + step;
    }

    /** A document that is not in the source. */
    static Basis document(String number, String title, String issuer, String day) {
        return new Basis(number, title, issuer, LocalDate.parse(day), true);
    }
}
