package org.mingzhang.application.whatif;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Envelope;

/**
 * The rules of each day of a history, looked up once: rules are never amended for days past, so that those of a day are what
 * was decided on then.
 */
final class RulesOfDays {
    private final BudgetCommands commands;
    private final Map<Day, Policy> known = new HashMap<>();

    /** @param adjusting whether the division's own rules have a say */
    private record Day(DivisionCode division, LocalDate day, boolean adjusting) {}

    RulesOfDays(BudgetCommands commands) {
        this.commands = commands;
    }

    Policy of(Envelope<BudgetCommand> envelope) {
        Day day = new Day(
                envelope.message().budget().division(),
                envelope.businessDay(),
                envelope.message() instanceof AdjustmentCommand);
        return known.computeIfAbsent(day, any -> commands.rulesFor(envelope));
    }
}
