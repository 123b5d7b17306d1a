package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.UnitCode;

/** Which units a department has in the year. */
public sealed interface OrganisationCommand extends BudgetCommand {
    record RegisterUnit(BudgetId budget, BudgetUnit unit) implements OrganisationCommand {}

    record ReviseUnit(BudgetId budget, BudgetUnit unit) implements OrganisationCommand {}

    record RemoveUnit(BudgetId budget, UnitCode unit, String reason) implements OrganisationCommand {}
}
