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

    private Funds funds = Funds.none();

    /** For Axon, which then replays the stream. */
    FundsAggregate() {
        this("");
    }

    /** Funds to which nothing has happened; their first event is stored under this name. */
    FundsAggregate(String stream) {
        this.stream = stream;
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
