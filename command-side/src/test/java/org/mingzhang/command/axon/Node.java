package org.mingzhang.command.axon;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.BudgetCommands.Submission;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.axon.LogStorageEngine;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** A node of the product: log, event store and bus on a database. */
final class Node implements AutoCloseable {
    final OpenDatabase open;
    private final boolean owner;
    final JdbcEventLog log;
    final CountedReadings counted;
    private final EmbeddedEventStore store;
    final BudgetCommands commands;

    Node(TestDatabase database) {
        this(database.open(), true);
    }

    Node(OpenDatabase shared) {
        this(shared, false);
    }

    private Node(OpenDatabase open, boolean owner) {
        this.open = open;
        this.owner = owner;
        this.log = new JdbcEventLog(open.dataSource(), new EventCodec());
        this.counted = new CountedReadings(log);
        this.store = EmbeddedEventStore.builder()
                .storageEngine(new LogStorageEngine(counted))
                .build();
        this.commands = CommandConfiguration.on(
                SimpleCommandBus.builder()
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .build(),
                store,
                counted);
    }

    Outcome submit(Envelope<BudgetCommand> envelope) {
        return commands.submit(Submission.of(envelope));
    }

    @Override
    public void close() {
        store.shutDown();
        log.close();
        if (owner) {
            open.close();
        }
    }
}
