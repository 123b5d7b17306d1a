package org.mingzhang.command.budget;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.IndicatorResult;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.ProjectCode;

/** What became of targets: watched during the year, evaluated when it is over. */
public sealed interface PerformanceCommand extends BudgetCommand {
    /** Empty for the department as a whole. */
    Optional<ProjectCode> project();

    /**
     * 绩效监控 of all targets together; the money beside them comes from the ledger.
     *
     * @param through the last month that is looked at
     */
    record MonitorPerformance(
            BudgetId budget,
            Optional<ProjectCode> project,
            YearMonth through,
            List<IndicatorProgress> progress,
            MonitoringAction action,
            String words)
            implements PerformanceCommand {
        public MonitorPerformance {
            progress = List.copyOf(progress);
        }
    }

    /**
     * 绩效自评 of all targets together.
     *
     * @param executionReason needed where less was executed than the rules take for granted
     */
    record SelfEvaluate(
            BudgetId budget,
            Optional<ProjectCode> project,
            List<IndicatorResult> results,
            String executionReason,
            String words)
            implements PerformanceCommand {
        public SelfEvaluate {
            results = List.copyOf(results);
        }
    }
}
