package org.mingzhang.query.execution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.facts.EveryBudget;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.Moment;

/** Which budgets have adjustments of which somebody has to do something, found without reading those that have not. */
final class OpenDocuments {
    private static final Set<String> ON_THEIR_WAY = Set.of("submitted", "reviewed");

    private final EveryBudget everyBudget;
    private final AdjustmentShelf shelf;

    OpenDocuments(EveryBudget everyBudget, AdjustmentShelf shelf) {
        this.everyBudget = everyBudget;
        this.shelf = shelf;
    }

    /** Budgets with documents that wait for a decision. */
    Set<BudgetId> onTheirWay() {
        return withLastStep(ON_THEIR_WAY);
    }

    /** Budgets with documents that wait for a decision, or for whoever submitted them. */
    Set<BudgetId> onTheirWayOrReturned() {
        return withLastStep(Set.of("submitted", "reviewed", "returned"));
    }

    /** Budgets with documents that ever waited up to a moment, perhaps no longer, or not yet by its day: more than did. */
    Set<BudgetId> everOnTheirWay(Moment moment) {
        return everyBudget.budgetsEverWith(FactKind.ADJUSTMENT_STEP, moment.position());
    }

    List<AdjustmentDocument> of(BudgetId budget, Moment moment) {
        return shelf.of(budget, moment);
    }

    /** What the documents of a budget reached when they were submitted, by their numbers. */
    Map<String, Facts.AdjustmentReasons> reasons(BudgetId budget, Moment moment) {
        return shelf.reasons(budget, moment.position());
    }

    private Set<BudgetId> withLastStep(Set<String> steps) {
        return steps.stream()
                .flatMap(step -> everyBudget.budgetsWith(FactKind.ADJUSTMENT_STEP, "step", step).stream())
                .collect(Collectors.toSet());
    }
}
