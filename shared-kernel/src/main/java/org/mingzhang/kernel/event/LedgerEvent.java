package org.mingzhang.kernel.event;

import java.util.List;

/** Something that happened: the root of everything that is recorded, one family for each kind of stream. */
public sealed interface LedgerEvent
        permits BudgetEvent,
                FundsEvent,
                PolicyEvent,
                CrosswalkEvent,
                AdministrationEvent,
                SubmissionEvent,
                ReadingEvent {
    /** The name of the stream to which it belongs, such as {@code 411200-103-2025}. */
    String stream();

    /** The money it moved on lines of a budget; empty for events that move none. */
    default List<Posting> postings() {
        return List.of();
    }
}
