package org.mingzhang.command.axon;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.ledger.axon.Circumstances;

/** A budget's stream as Axon sees it; everything that matters is in the pure decider. */
class BudgetAggregate {
    @AggregateIdentifier
    private String stream;

    private Budget budget;

    /** For Axon. */
    BudgetAggregate() {
        this("");
    }

    /** A budget to which nothing has happened; its first event is stored under this name. */
    BudgetAggregate(String stream) {
        this(stream, Budget.none());
    }

    /** A budget as it is known. */
    BudgetAggregate(String stream, Budget budget) {
        this.stream = stream;
        this.budget = budget;
    }

    @EventSourcingHandler
    void on(BudgetEvent event, MetaData circumstances) {
        stream = event.stream();
        budget = budget.evolve(Circumstances.around(event, circumstances));
    }

    String stream() {
        return stream;
    }

    Budget budget() {
        return budget;
    }
}
