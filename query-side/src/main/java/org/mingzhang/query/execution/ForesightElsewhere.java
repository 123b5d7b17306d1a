package org.mingzhang.query.execution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;
import org.springframework.stereotype.Component;

/**
 * Works out what a document would do to the budget of another department.
 *
 * <p>Whoever gives lines away knows which they are and how much they get, because the document says so. What else there is
 * of the other budget is told only to those whose budget it is as well, such as the finance bureau.
 */
@Component
class ForesightElsewhere {
    private final FactReader facts;
    private final DisclosureTables tables;
    private final LineBalances balances;
    private final CurrentVisitor visitors;

    ForesightElsewhere(FactReader facts, DisclosureTables tables, LineBalances balances, CurrentVisitor visitors) {
        this.facts = facts;
        this.tables = tables;
        this.balances = balances;
        this.visitors = visitors;
    }

    /** Of events in other budgets, in the order in which they would follow. */
    List<Foreseen.Elsewhere> of(List<Envelope<BudgetEvent>> events) {
        Map<BudgetId, List<Envelope<BudgetEvent>>> byBudget = events.stream()
                .collect(Collectors.groupingBy(event -> event.message().budget(), TreeMap::new, Collectors.toList()));
        return byBudget.entrySet().stream()
                .flatMap(one -> facts.load(one.getKey(), facts.position(), TableBasis.ADJUSTED).stream()
                        .map(now -> of(now, one.getValue())))
                .toList();
    }

    private Foreseen.Elsewhere of(BudgetFacts now, List<Envelope<BudgetEvent>> events) {
        BudgetId id = now.header().id();
        boolean theirs =
                visitors.visitor().filter(visitor -> whole(visitor, id)).isPresent();
        List<Foreseen.Line> lines = new MovedLines(now, balances.of(id, now.position()), List.of(), events).shown();
        return new Foreseen.Elsewhere(
                id.toString(),
                now.header().shortName(),
                theirs,
                theirs ? lines : lines.stream().map(Foreseen.Line::changeOnly).toList(),
                theirs
                        ? ImpactView.of(Impact.between(tables.templates(), now, FactsAfter.of(now, events)))
                        : ImpactView.of(List.of()));
    }

    private static boolean whole(Visitor visitor, BudgetId budget) {
        return visitor.covers(budget) && visitor.unit().isEmpty();
    }
}
