package org.mingzhang.query.performance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.facts.Facts;

/**
 * Everything that the indicators of a budget are worked out from, at one moment.
 *
 * @param adjusted the budget as it stands, with projects and targets
 * @param publicsInitial of the "three publics" as table 8 counts them
 * @param left what was carried over and lapsed; nothing before the year is closed
 * @param inEffect adjustments in effect, also those that were taken back and what took them back
 * @param initialOf what each project had in the beginning
 * @param executedOf what each project has spent
 * @param watched what people have stated
 */
public record Figures(
        Amount initial,
        BudgetFacts adjusted,
        Amount executed,
        Amount publicsInitial,
        Amount publicsExecuted,
        Amount left,
        boolean closed,
        List<Facts.AdjustmentFact> inEffect,
        Map<ProjectCode, Amount> initialOf,
        Map<ProjectCode, Amount> executedOf,
        Watched watched) {
    public Figures {
        inEffect = List.copyOf(inEffect);
        initialOf = Map.copyOf(initialOf);
        executedOf = Map.copyOf(executedOf);
    }

    /** The same once documents have taken effect: they spend nothing and leave the initial budget alone. */
    public Figures after(BudgetFacts then, List<Facts.AdjustmentFact> inEffectThen) {
        return new Figures(
                initial,
                then,
                executed,
                publicsInitial,
                publicsExecuted,
                left,
                closed,
                inEffectThen,
                initialOf,
                executedOf,
                watched);
    }

    Amount budgeted() {
        return sum(adjusted.expenditure());
    }

    /** Money for projects, which is what is called 专项资金. */
    Amount special() {
        return sum(adjusted.expenditure().stream()
                .filter(line -> money(line).category().isProjectExpenditure())
                .toList());
    }

    /** What of it stands under one that is named. */
    Amount detailed() {
        return sum(adjusted.expenditure().stream()
                .filter(line -> money(line).category().isProjectExpenditure()
                        && money(line).project().isPresent())
                .toList());
    }

    public Amount budgetedOf(ProjectCode project) {
        return sum(adjusted.expenditure().stream()
                .filter(line -> money(line).project().equals(Optional.of(project)))
                .toList());
    }

    static Amount sum(List<LineFact> lines) {
        return Amount.sum(lines.stream().map(LineFact::amount).toList());
    }

    static Classification.Expenditure money(LineFact line) {
        return (Classification.Expenditure) line.classification();
    }
}
