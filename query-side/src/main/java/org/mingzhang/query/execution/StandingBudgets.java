package org.mingzhang.query.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.performance.FigureReader;
import org.mingzhang.query.performance.Figures;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Component;

/**
 * Budgets as they stand, with their tables; the last few are remembered, because a form that is filled in asks what it
 * would change at every pause, and nothing that is read as of a position changes any more.
 */
@Component
class StandingBudgets {
    private static final int REMEMBERED = 16;

    private final FactReader facts;
    private final LineBalances balances;
    private final DisclosureTables tables;
    private final FigureReader figures;
    private final Map<Key, Standing> known = new LinkedHashMap<>(REMEMBERED, 0.75f, true);

    StandingBudgets(FactReader facts, LineBalances balances, DisclosureTables tables, FigureReader figures) {
        this.figures = figures;
        this.facts = facts;
        this.balances = balances;
        this.tables = tables;
    }

    private record Key(BudgetId budget, long position, Optional<UnitCode> only) {}

    /**
     * @param tables of every template, in their order
     * @param lines with what has become of their money
     * @param figures what its indicators are worked out from
     */
    record Standing(BudgetFacts facts, List<Table> tables, List<LineBalances.Balance> lines, Figures figures) {}

    /** As whoever opened it sees it. */
    Standing of(OpenedBudget budget) {
        Key key = new Key(budget.id(), budget.position(), budget.only());
        return remembered(key).orElseGet(() -> remember(key, read(budget)));
    }

    private Standing read(OpenedBudget budget) {
        BudgetFacts whole =
                facts.load(budget.id(), budget.position(), TableBasis.ADJUSTED).orElseThrow(PageNotFound::new);
        BudgetFacts seen = budget.only().map(whole::of).orElse(whole);
        return new Standing(
                seen,
                Impact.filled(tables.templates(), seen),
                balances.of(budget.id(), budget.position()),
                figures(budget));
    }

    private Figures figures(OpenedBudget budget) {
        Scope scope = budget.only().map(Scope::of).orElse(Scope.DEPARTMENT);
        return figures.read(budget.id(), Moment.at(budget.position()), scope).orElseThrow(PageNotFound::new);
    }

    private Optional<Standing> remembered(Key key) {
        synchronized (known) {
            return Optional.ofNullable(known.get(key));
        }
    }

    /** The eldest goes; those of older positions are asked for no more and go first. */
    private Standing remember(Key key, Standing standing) {
        synchronized (known) {
            known.put(key, standing);
            if (known.size() > REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return standing;
    }
}
