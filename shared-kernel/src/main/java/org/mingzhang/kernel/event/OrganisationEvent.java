package org.mingzhang.kernel.event;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;

/** Which units a department has in the year. */
public sealed interface OrganisationEvent extends BudgetEvent {
    record UnitRegistered(BudgetId budget, BudgetUnit unit) implements OrganisationEvent {}

    record UnitRevised(BudgetId budget, BudgetUnit before, BudgetUnit after) implements OrganisationEvent {}

    record UnitRemoved(BudgetId budget, BudgetUnit unit, String reason) implements OrganisationEvent {}
}
