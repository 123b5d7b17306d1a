package org.mingzhang.command.axon;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.mingzhang.command.budget.Beside;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Funds;
import org.mingzhang.command.budget.States;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundsId;

/** The streams that one command rests on, loaded in its unit of work; whatever it does to them is one append. */
final class LoadedStreams {
    private final Repository<BudgetAggregate> budgets;
    private final Repository<FundsAggregate> funds;
    private final Check check;
    private final Set<String> wanted;
    private final Map<String, Aggregate<?>> loaded = new TreeMap<>();

    /** Whether what is remembered of a stream may be taken as true. */
    interface Check {
        boolean holds(String stream, long version);
    }

    /** @param wanted is told each stream before it is loaded */
    LoadedStreams(
            Repository<BudgetAggregate> budgets, Repository<FundsAggregate> funds, Check check, Set<String> wanted) {
        this.budgets = budgets;
        this.funds = funds;
        this.check = check;
        this.wanted = wanted;
    }

    /**
     * Loads streams in the order of their names, whatever the command asks for first.
     *
     * <p>What is loaded is locked until the command is through. Whoever takes the locks in the same order as everybody else
     * waits for a turn; in any other, two wait for each other.
     */
    void inOrder(SortedSet<String> streams) throws Exception {
        for (String stream : streams) {
            if (FundsId.isOne(stream)) {
                funds(FundsId.parse(stream));
            } else {
                budget(BudgetId.parse(stream));
            }
        }
    }

    /** The budget of a command, and what else the command has to know. */
    States states(BudgetCommand command) throws Exception {
        Budget budget = budget(command.budget());
        Beside beside = Beside.of(command, budget);
        Map<BudgetId, Budget> others = new HashMap<>();
        for (BudgetId other : new TreeSet<>(beside.budgets())) {
            others.put(other, budget(other));
        }
        Funds known = beside.funds() ? funds(FundsId.of(command.budget())) : Funds.none();
        return new States(command.budget(), budget, known, others);
    }

    Funds funds(FundsId id) throws Exception {
        String stream = id.toString();
        wanted.add(stream);
        Aggregate<FundsAggregate> aggregate = funds.loadOrCreate(stream, () -> new FundsAggregate(stream));
        kept(stream, aggregate);
        return aggregate.invoke(FundsAggregate::funds);
    }

    private Budget budget(BudgetId id) throws Exception {
        String stream = id.toString();
        wanted.add(stream);
        Aggregate<BudgetAggregate> aggregate = budgets.loadOrCreate(stream, () -> new BudgetAggregate(stream));
        kept(stream, aggregate);
        return aggregate.invoke(BudgetAggregate::budget);
    }

    private void kept(String stream, Aggregate<?> aggregate) {
        loaded.put(stream, aggregate);
        if (!check.holds(stream, version(stream))) {
            throw new ConcurrencyException("another node moved " + stream + " on");
        }
    }

    /** Of its last event as it was loaded; -1 when there was none. */
    long version(String stream) {
        Aggregate<?> aggregate = loaded.get(stream);
        if (aggregate == null) {
            throw new IllegalStateException("not loaded: " + stream);
        }
        Long version = aggregate.version();
        return version == null ? -1 : version;
    }

    /** Of all that were loaded. */
    Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        loaded.keySet().forEach(stream -> versions.put(stream, version(stream)));
        return versions;
    }

    /** Each event to its stream, in the order in which it was decided. */
    void happen(Decision.Accepted accepted, MetaData circumstances) {
        accepted.events().forEach(event -> {
            Aggregate<?> aggregate = loaded.get(event.stream());
            if (aggregate == null) {
                throw new IllegalStateException("decided on " + event.stream() + " without knowing it");
            }
            aggregate.execute(stream -> AggregateLifecycle.apply(event, circumstances));
        });
    }
}
