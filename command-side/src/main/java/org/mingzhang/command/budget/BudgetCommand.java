package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;

/** Something that somebody wants to happen to one department's budget of one year. */
public sealed interface BudgetCommand extends LedgerCommand
        permits RoundCommand,
                OrganisationCommand,
                LineCommand,
                RevenueCommand,
                ProjectCommand,
                TargetCommand,
                StatementCommand,
                ComparativeCommand,
                DisclosureCommand,
                AdjustmentCommand,
                ExecutionCommand,
                AccountsCommand,
                PerformanceCommand,
                BudgetCommand.Batch {
    BudgetId budget();

    @Override
    default String stream() {
        return budget().toString();
    }

    /** Several commands decided one after the other, each on the state the earlier ones leave; all or nothing. */
    record Batch(BudgetId budget, List<BudgetCommand> commands) implements BudgetCommand {
        public Batch {
            commands = List.copyOf(commands);
            for (BudgetCommand command : commands) {
                if (!command.budget().equals(budget) || command instanceof Batch) {
                    throw new InvalidValueException(
                            "batch.foreign-command", command.budget().toString());
                }
            }
        }
    }
}
