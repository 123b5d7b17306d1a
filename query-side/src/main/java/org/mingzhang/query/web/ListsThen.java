package org.mingzhang.query.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.EveryBudget;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.springframework.stereotype.Component;

/** The lists of a {@link BudgetShelf} at the instant that a page is asked for. */
@Component
public class ListsThen {
    private final BudgetShelf shelf;
    private final EveryBudget budgets;
    private final FactReader facts;
    private final ListInstant instant;
    private final CurrentVisitor visitors;

    ListsThen(BudgetShelf shelf, EveryBudget budgets, FactReader facts, ListInstant instant, CurrentVisitor visitors) {
        this.shelf = shelf;
        this.budgets = budgets;
        this.facts = facts;
        this.instant = instant;
        this.visitors = visitors;
    }

    /** What the public could read by then. */
    public List<Listed> released() {
        Moment own = instant.moment();
        if (instant.isNow()) {
            return shelf.released();
        }
        Moment everybodys = instant.momentForEverybody();
        return budgets.released(facts.position(), budget -> shelf.isStaff(budget, Scope.DEPARTMENT) ? own : everybodys);
    }

    /** Every budget that was the visitor's by then. */
    public List<Listed> mine() {
        Moment moment = instant.moment();
        if (instant.isNow()) {
            return shelf.mine();
        }
        return visitors.visitor()
                .map(visitor -> budgets.list(moment).stream()
                        .filter(listed -> visitor.covers(listed.header().id()))
                        .toList())
                .orElse(List.of());
    }

    /** What the visitor could read by then: what was released, and their own as they stood. */
    public List<Listed> all() {
        Map<BudgetId, Listed> found = new TreeMap<>();
        released().forEach(listed -> found.put(listed.header().id(), listed));
        mine().forEach(listed -> found.put(listed.header().id(), listed));
        return List.copyOf(found.values());
    }

    /** The page of what was released of a budget, which for the public moves between releases. */
    String address(Listed listed) {
        String page = "/budgets/" + listed.header().id();
        boolean byRelease = AsOf.ofRequest().position().isPresent()
                && !shelf.isStaff(listed.header().id(), Scope.DEPARTMENT);
        return byRelease ? page + "?asOf=" + listed.position() : page;
    }
}
