package org.mingzhang.command.axon;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.mingzhang.command.budget.Funds;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.ledger.axon.Circumstances;

/** The stream of a division's funds as Axon sees it; everything that matters is in the pure decider. */
class FundsAggregate {
    @AggregateIdentifier
    private String stream;

    private Funds funds;

    /** For Axon. */
    FundsAggregate() {
        this("");
    }

    /** Funds to which nothing has happened; their first event is stored under this name. */
    FundsAggregate(String stream) {
        this(stream, Funds.none());
    }

    /** Funds as they are known. */
    FundsAggregate(String stream, Funds funds) {
        this.stream = stream;
        this.funds = funds;
    }

    @EventSourcingHandler
    void on(FundsEvent event, MetaData circumstances) {
        stream = event.stream();
        funds = funds.evolve(Circumstances.around(event, circumstances));
    }

    String stream() {
        return stream;
    }

    Funds funds() {
        return funds;
    }
}
