package org.mingzhang.command.axon;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.common.caching.Cache;
import org.mingzhang.command.budget.Beside;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands.Known;
import org.mingzhang.command.budget.BudgetCommands.KnownFunds;
import org.mingzhang.command.budget.Funds;
import org.mingzhang.command.budget.States;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.ledger.store.EventLog;

/** Budgets and funds as the log has them now. */
final class KnownStates {
    private final KnownStreams<BudgetId, Budget> budgets;
    private final KnownStreams<FundsId, Funds> funds;

    /** @param seen keeps what was last seen of both */
    KnownStates(EventLog log, Cache seen) {
        budgets = new KnownStreams<>(
                log, seen, Budget.none(), (state, event) -> state.evolve(event.of(BudgetEvent.class)));
        funds = new KnownStreams<>(log, seen, Funds.none(), (state, event) -> state.evolve(event.of(FundsEvent.class)));
    }

    Known budget(BudgetId id) {
        KnownStreams.At<Budget> known = budgets.current(id);
        return new Known(known.version(), known.state());
    }

    KnownFunds funds(FundsId id) {
        KnownStreams.At<Funds> known = funds.current(id);
        return new KnownFunds(known.version(), known.state());
    }

    /** A budget as Axon takes it. */
    KnownRepository.Snapshot<BudgetAggregate> budgetForAxon(String stream) {
        KnownStreams.At<Budget> known = budgets.current(BudgetId.parse(stream));
        return new KnownRepository.Snapshot<>(known.version(), new BudgetAggregate(stream, known.state()));
    }

    /** Funds as Axon takes them. */
    KnownRepository.Snapshot<FundsAggregate> fundsForAxon(String stream) {
        KnownStreams.At<Funds> known = funds.current(FundsId.parse(stream));
        return new KnownRepository.Snapshot<>(known.version(), new FundsAggregate(stream, known.state()));
    }

    /** All that a command would be decided on. */
    States of(BudgetCommand command) {
        Budget budget = budget(command.budget()).budget();
        Beside beside = Beside.of(command, budget);
        Map<BudgetId, Budget> others = new HashMap<>();
        beside.budgets().forEach(other -> others.put(other, budget(other).budget()));
        Funds known = beside.funds() ? funds(FundsId.of(command.budget())).funds() : Funds.none();
        return new States(command.budget(), budget, known, others);
    }
}
