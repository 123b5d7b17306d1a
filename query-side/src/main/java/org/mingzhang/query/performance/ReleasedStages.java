package org.mingzhang.query.performance;

import org.mingzhang.kernel.policy.IndicatorFormula;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.ToldToThePublic;

/**
 * Which measures of a budget beside the initial one its reader may be told.
 *
 * <p>Its own people are told all. The public is told what a release has made public: the first one the initial budget, a later
 * one the budget as it was adjusted by then, and what was executed, stated and scored only once final accounts are disclosed,
 * as of their disclosure or of a release behind it. A rate of half a year is not a figure that anybody answered for.
 *
 * @param adjusted the budget as it stands, and the documents that made it so
 * @param executed what was paid, what became of the rest, and what was stated of targets in the end
 */
public record ReleasedStages(boolean adjusted, boolean executed) {
    public static final ReleasedStages ALL = new ReleasedStages(true, true);

    /** Of the public that reads a release or what was disclosed with final accounts, named by its position. */
    public static ReleasedStages of(FactReader facts, BudgetId budget, long release) {
        ToldToThePublic told = ToldToThePublic.of(facts, budget, release);
        return new ReleasedStages(told.adjusted(), told.executed());
    }

    /** Whether an indicator rests on nothing but what may be told; what share of money is detailed, every release says. */
    public boolean covers(IndicatorFormula formula) {
        return switch (formula) {
            case DETAILED, TARGETS_SET -> true;
            case BUDGET_ADJUSTMENT -> adjusted;
            case BUDGET_EXECUTION, CARRY_OVER, THREE_PUBLICS, MONITORED, SELF_EVALUATED, PROCUREMENT, REPORTED ->
                executed;
        };
    }
}
