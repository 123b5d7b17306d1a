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
import org.mingzhang.ledger.store.RecordedEvent;

/** The states as the log has them now: what was known before is carried on with what has been recorded since. */
final class KnownStates {
    private final EventLog log;
    private final Cache seen;

    KnownStates(EventLog log, Cache seen) {
        this.log = log;
        this.seen = seen;
    }

    Known budget(BudgetId id) {
        Known before = seen.get(id);
        Known known = before == null ? new Known(-1, Budget.none()) : before;
        for (RecordedEvent event : log.readStream(id.toString(), known.version() + 1)) {
            known = new Known(event.streamVersion(), known.budget().evolve(event.of(BudgetEvent.class)));
        }
        if (known.version() >= 0) {
            seen.put(id, known);
        }
        return known;
    }

    KnownFunds funds(FundsId id) {
        KnownFunds before = seen.get(id);
        KnownFunds known = before == null ? new KnownFunds(-1, Funds.none()) : before;
        for (RecordedEvent event : log.readStream(id.toString(), known.version() + 1)) {
            known = new KnownFunds(event.streamVersion(), known.funds().evolve(event.of(FundsEvent.class)));
        }
        if (known.version() >= 0) {
            seen.put(id, known);
        }
        return known;
    }

    /** All that a command would be decided on. */
    States of(BudgetCommand command) {
        Budget budget = budget(command.budget()).budget();
        Beside beside = Beside.of(command, budget);
        Map<BudgetId, Budget> others = new HashMap<>();
        beside.budgets().forEach(other -> others.put(other, budget(other).budget()));
        Funds funds = beside.funds() ? funds(FundsId.of(command.budget())).funds() : Funds.none();
        return new States(command.budget(), budget, funds, others);
    }
}
