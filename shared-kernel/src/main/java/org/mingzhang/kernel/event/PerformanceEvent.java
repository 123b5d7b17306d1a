package org.mingzhang.kernel.event;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ScoredIndicator;

/**
 * What became of targets, with the money beside them: watched during the year, evaluated at its end.
 *
 * <p>The money is what the ledger knew when it was stated, so that nobody can state another.
 */
public sealed interface PerformanceEvent extends BudgetEvent {
    /** Empty for the department as a whole. */
    Optional<ProjectCode> project();

    /**
     * 绩效监控: progress of targets and of execution together (财预〔2019〕136号).
     *
     * @param through the last month that is looked at
     * @param budgeted as it stood when it was stated, likewise {@code executed}
     */
    record PerformanceMonitored(
            BudgetId budget,
            Optional<ProjectCode> project,
            YearMonth through,
            Amount budgeted,
            Amount executed,
            List<IndicatorProgress> progress,
            MonitoringAction action,
            String words)
            implements PerformanceEvent {
        public PerformanceMonitored {
            progress = List.copyOf(progress);
        }
    }

    /**
     * 绩效自评: every indicator scored by the rules of the day.
     *
     * @param rules name of the scoring rules
     * @param executionWeight in hundredths of a point, likewise the scores; 0 where there was no money to execute
     * @param total of 10,000 hundredths
     * @param grade as the rules call it
     * @param executionReason why less was executed than the rules take for granted; empty when it was not
     */
    record PerformanceSelfEvaluated(
            BudgetId budget,
            Optional<ProjectCode> project,
            String rules,
            Amount budgeted,
            Amount executed,
            int executionWeight,
            int executionScore,
            String executionReason,
            List<ScoredIndicator> scores,
            int total,
            String grade,
            String words)
            implements PerformanceEvent {
        public PerformanceSelfEvaluated {
            scores = List.copyOf(scores);
        }
    }
}
