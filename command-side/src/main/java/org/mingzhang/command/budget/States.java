package org.mingzhang.command.budget;

import java.util.HashMap;
import java.util.Map;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.event.ReadingEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;

/**
 * Everything that a command to a budget may move: its own budget, and where {@link Beside} says so the funds of the
 * division and other budgets.
 *
 * @param others by their own names
 */
public record States(BudgetId id, Budget budget, Funds funds, Map<BudgetId, Budget> others) {
    public States {
        others = Map.copyOf(others);
    }

    /** One budget alone. */
    public static States of(BudgetId id, Budget budget) {
        return new States(id, budget, Funds.none(), Map.of());
    }

    /** As if the budget stood so. */
    States with(Budget other) {
        return new States(id, other, funds, others);
    }

    /** The other budget; as if nothing had happened to it when it was not asked for. */
    Budget other(BudgetId other) {
        return others.getOrDefault(other, Budget.none());
    }

    /** The same from the place of another budget, with this one beside it. */
    States seenFrom(BudgetId other) {
        if (other.equals(id)) {
            return this;
        }
        Map<BudgetId, Budget> beside = new HashMap<>(others);
        beside.remove(other);
        beside.put(id, budget);
        return new States(other, other(other), funds, beside);
    }

    /** The states after an event of any of their streams. */
    public States evolve(Envelope<? extends LedgerEvent> envelope) {
        return switch (envelope.message()) {
            case BudgetEvent event
            when event.budget().equals(id) -> new States(id, budget.evolve(envelope.with(event)), funds, others);
            case BudgetEvent event -> {
                Map<BudgetId, Budget> now = new HashMap<>(others);
                now.put(event.budget(), other(event.budget()).evolve(envelope.with(event)));
                yield new States(id, budget, funds, now);
            }
            case FundsEvent event -> new States(id, budget, funds.evolve(envelope.with(event)), others);
            case CrosswalkEvent event -> throw new IllegalStateException("decided elsewhere: " + event);
            case PolicyEvent event -> throw new IllegalStateException("decided elsewhere: " + event);
            case AdministrationEvent event -> throw new IllegalStateException("decided elsewhere: " + event);
            case SubmissionEvent event -> throw new IllegalStateException("decides nothing: " + event.submission());
            case ReadingEvent event -> throw new IllegalStateException("decides nothing: " + event);
        };
    }
}
