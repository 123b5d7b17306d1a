package org.mingzhang.application.audit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;

/** Many attempts of one person to register a unit once more, over the API. */
final class RefusedAttempts {
    private RefusedAttempts() {}

    /** @param name of the unit, which is there already */
    static void submit(BudgetCommands commands, BudgetId budget, String name, Optional<String> onBehalfOf, int times) {
        BudgetCommand again = new OrganisationCommand.RegisterUnit(
                budget, new BudgetUnit(new UnitCode("103001"), name, "甲", UnitNature.ADMINISTRATIVE));
        Actor actor = new Actor("wang.min", "王敏", Role.DEPARTMENT_FINANCE, onBehalfOf);
        for (int at = 0; at < times; at++) {
            commands.submit(new BudgetCommands.Submission(
                    new Envelope<>(UUID.randomUUID(), actor, LocalDate.of(2024, 9, 21), again),
                    "key " + at,
                    OptionalLong.empty(),
                    new Origin(Origin.Channel.API, "10.0.0.7")));
        }
    }
}
