package org.mingzhang.command.axon;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetDecider;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Policy;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.value.Envelope;
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

    Decision decide(Policy rules, Envelope<BudgetCommand> envelope) {
        Decision decision = BudgetDecider.decide(rules, envelope, budget);
        if (decision instanceof Decision.Accepted accepted) {
            MetaData circumstances = Circumstances.of(envelope);
            accepted.events().forEach(event -> AggregateLifecycle.apply(event, circumstances));
        }
        return decision;
    }

    @EventSourcingHandler
    void on(BudgetEvent event, MetaData circumstances) {
        stream = event.stream();
        budget = budget.evolve(Circumstances.around(event, circumstances));
    }

    String stream() {
        return stream;
    }
}
