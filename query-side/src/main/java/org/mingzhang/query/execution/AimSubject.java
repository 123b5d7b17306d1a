package org.mingzhang.query.execution;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.query.facts.Facts;

/**
 * What is watched and evaluated: the department as a whole, or one of its projects.
 *
 * @param project blank for the department as a whole
 * @param monitored what was stated of it, by month, the newest first
 * @param evaluations the last first
 */
public record AimSubject(
        String project,
        String name,
        List<Indicator> targets,
        Amount budgeted,
        Amount executed,
        List<Facts.MonitoringFact> monitored,
        List<Facts.EvaluationFact> evaluations) {
    public AimSubject {
        targets = List.copyOf(targets);
        monitored = List.copyOf(monitored);
        evaluations = List.copyOf(evaluations);
    }

    public Optional<Facts.MonitoringFact> lastMonitored() {
        return monitored.stream().findFirst();
    }

    public Optional<Facts.EvaluationFact> evaluation() {
        return evaluations.stream().findFirst();
    }

    public String budgetedYuan() {
        return AmountUnit.YUAN.print(budgeted);
    }

    public String executedYuan() {
        return AmountUnit.YUAN.print(executed);
    }

    /** Blank when there is nothing to divide by. */
    public String percent() {
        return Points.percent(executed, budgeted);
    }

    /** Points of the last evaluation; blank before there is one. */
    public String total() {
        return evaluation().map(found -> Points.of(found.total())).orElse("");
    }

    public String grade() {
        return evaluation().map(Facts.EvaluationFact::grade).orElse("");
    }
}
