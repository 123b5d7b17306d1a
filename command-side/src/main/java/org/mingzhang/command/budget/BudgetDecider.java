package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Envelope;

/**
 * Decides commands to budgets: a pure function of the rules of the day, the command with its circumstances, and the states of
 * all streams that it may move.
 */
public final class BudgetDecider {
    private final Policy policy;
    private final Envelope<? extends BudgetCommand> envelope;
    private final boolean takingOver;

    private BudgetDecider(Policy policy, Envelope<? extends BudgetCommand> envelope) {
        this.policy = policy;
        this.envelope = envelope;
        this.takingOver = takesOver(envelope.message());
    }

    /** Events when it happens, every reason against it when it does not. */
    public static Decision decide(Policy rulesOfTheDay, Envelope<? extends BudgetCommand> envelope, States states) {
        return new BudgetDecider(rulesOfTheDay, envelope).decide(envelope.message(), states, false);
    }

    private Decision decide(BudgetCommand message, States state, boolean amongOthers) {
        Situation now =
                new Situation(policy, envelope.actor(), envelope.businessDay(), state, takingOver, false, amongOthers);
        return switch (message) {
            case BudgetCommand.Batch batch -> all(batch.commands(), state);
            case RoundCommand command -> RoundDecisions.decide(now, command);
            case OrganisationCommand command -> OrganisationDecisions.decide(now, command);
            case LineCommand command -> LineDecisions.decide(now, command);
            case RevenueCommand command -> RevenueDecisions.decide(now, command);
            case ProjectCommand command -> ProjectDecisions.decide(now, command);
            case TargetCommand command -> TargetDecisions.decide(now, command);
            case StatementCommand command -> StatementDecisions.decide(now, command);
            case ComparativeCommand command -> ComparativeDecisions.decide(now, command);
            case DisclosureCommand command -> DisclosureDecisions.decide(now, command);
            case AdjustmentCommand command -> AdjustmentDecisions.decide(now, command);
            case ExecutionCommand command -> ExecutionDecisions.decide(now, command);
            case AccountsCommand command -> AccountsDecisions.decide(now, command);
            case PerformanceCommand command -> PerformanceDecisions.decide(now, command);
        };
    }

    /**
     * Each command on the state the earlier ones leave; after an objection the others are still decided, without what
     * was refused, so that everything wrong with a workbook is said at once.
     */
    private Decision all(List<BudgetCommand> commands, States state) {
        List<LedgerEvent> events = new ArrayList<>();
        List<Decision.Objection> objections = new ArrayList<>();
        States current = state;
        for (int index = 0; index < commands.size(); index++) {
            switch (decide(commands.get(index), current, true)) {
                case Decision.Accepted accepted -> {
                    current = after(current, accepted.events());
                    events.addAll(accepted.events());
                }
                case Decision.Refused refused -> {
                    int at = index;
                    refused.objections().forEach(found -> objections.add(found.of(at)));
                }
            }
        }
        if (objections.isEmpty()) {
            objections.addAll(together(commands, state, current));
        }
        return objections.isEmpty() ? new Decision.Accepted(events) : new Decision.Refused(objections);
    }

    /** What no command of them is refused for, but what they say together. */
    private static List<Decision.Objection> together(List<BudgetCommand> commands, States before, States after) {
        List<Decision.Objection> objections = new ArrayList<>();
        for (int index = 0; index < commands.size(); index++) {
            if (commands.get(index) instanceof ExecutionCommand.RecordExecution recorded) {
                int at = index;
                RefundsInTime.check(
                                recorded,
                                before.budget().execution(),
                                after.budget().execution())
                        .forEach(found -> objections.add(found.of(at)));
            }
        }
        return objections;
    }

    private States after(States state, List<LedgerEvent> events) {
        States current = state;
        for (LedgerEvent event : events) {
            current = current.evolve(envelope.with(event));
        }
        return current;
    }

    private static boolean takesOver(BudgetCommand message) {
        return message instanceof BudgetCommand.Batch batch
                && !batch.commands().isEmpty()
                && batch.commands().getFirst() instanceof RoundCommand.OpenBudget open
                && open.copiedFrom().isPresent();
    }
}
