package org.mingzhang.kernel.event;

import org.mingzhang.kernel.value.BudgetId;

/** Something that happened to one department's budget of one year. */
public sealed interface BudgetEvent extends LedgerEvent
        permits RoundEvent,
                OrganisationEvent,
                LineEvent,
                RevenueEvent,
                ProjectEvent,
                TargetEvent,
                StatementEvent,
                ComparativeEvent,
                DisclosureEvent,
                AdjustmentEvent,
                ExecutionEvent,
                AccountsEvent,
                PerformanceEvent {

    BudgetId budget();

    @Override
    default String stream() {
        return budget().toString();
    }
}
