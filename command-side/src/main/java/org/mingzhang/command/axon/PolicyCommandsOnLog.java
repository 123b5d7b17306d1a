package org.mingzhang.command.axon;

import java.time.LocalDate;
import java.util.List;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.command.budget.PolicyCommand;
import org.mingzhang.command.budget.PolicyCommands;
import org.mingzhang.command.budget.PolicyDecider;
import org.mingzhang.command.budget.PolicyDecision;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;

/** Amendments in their stream of the log. */
final class PolicyCommandsOnLog extends DivisionCommandsOnLog<PolicyCommand, PolicyBook> implements PolicyCommands {
    PolicyCommandsOnLog(EventLog log) {
        super(log);
    }

    /** The rules for a command, the same on every node; only adjustments ask for those of the division. */
    Policy rules(BudgetCommand command, LocalDate day) {
        boolean adjusts = switch (command) {
            case AdjustmentCommand ignored -> true;
            case BudgetCommand.Batch batch -> batch.commands().stream().anyMatch(AdjustmentCommand.class::isInstance);
            case BudgetCommand ignored -> false;
        };
        return adjusts ? inForceOn(command.budget().division(), day) : Policy.inForceOn(day);
    }

    @Override
    String stream(DivisionCode division) {
        return PolicyEvent.stream(division);
    }

    @Override
    PolicyBook nothing() {
        return PolicyBook.none();
    }

    @Override
    PolicyBook after(PolicyBook book, RecordedEvent event) {
        return book.evolve(event.of(PolicyEvent.class));
    }

    @Override
    Decision decide(Envelope<PolicyCommand> envelope, PolicyBook book) {
        return switch (PolicyDecider.decide(envelope, book)) {
            case PolicyDecision.Refused refused -> new Decision.Refused(refused.objections());
            case PolicyDecision.Accepted accepted -> new Decision.Accepted(List.of(accepted.event()));
        };
    }
}
