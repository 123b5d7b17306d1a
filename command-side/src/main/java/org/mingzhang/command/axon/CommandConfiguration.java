package org.mingzhang.command.axon;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.CrosswalkCommands;
import org.mingzhang.command.budget.PolicyCommands;
import org.mingzhang.ledger.store.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command side's wiring. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {
    /** More departments than prepare their budgets at the same hour on one node. */
    private static final int REMEMBERED = 256;

    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
    }

    @Bean
    BudgetCommands budgetCommands(CommandBus commandBus, EventStore eventStore, EventLog log) {
        return on(commandBus, eventStore, log);
    }

    @Bean
    PolicyCommands policyCommands(EventLog log) {
        return new PolicyCommandsOnLog(log);
    }

    @Bean
    CrosswalkCommands crosswalkCommands(EventLog log) {
        return new CrosswalkCommandsOnLog(log);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    static BudgetCommands on(CommandBus bus, EventStore store, EventLog log) {
        KnownStates known = new KnownStates(log, new RecentBudgets(REMEMBERED));
        return new BudgetCommandsOnAxon(
                bus,
                new KnownRepository<>(
                        BudgetAggregate.class, store, new RecentBudgets(REMEMBERED), known::budgetForAxon),
                new KnownRepository<>(FundsAggregate.class, store, new RecentBudgets(REMEMBERED), known::fundsForAxon),
                log,
                known,
                new PolicyCommandsOnLog(log));
    }
}
