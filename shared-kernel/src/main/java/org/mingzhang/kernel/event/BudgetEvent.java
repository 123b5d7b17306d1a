package org.mingzhang.kernel.event;

import java.util.List;
import org.mingzhang.kernel.value.BudgetId;

/** Something that happened to one department's budget of one year. */
public sealed interface BudgetEvent
        permits RoundEvent,
                OrganisationEvent,
                LineEvent,
                RevenueEvent,
                ProjectEvent,
                TargetEvent,
                StatementEvent,
                DisclosureEvent,
                AdjustmentEvent,
                SubmissionEvent {
    BudgetId budget();

    /** The money it moved; empty for events that move none. */
    default List<Posting> postings() {
        return List.of();
    }
}
