package org.mingzhang.kernel.event;

import java.util.List;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.ProjectCode;

/** Performance targets, always the whole ordered list before and after. */
public sealed interface TargetEvent extends BudgetEvent {
    /** Targets of the department as a whole (table 11). */
    record OverallTargetsSet(BudgetId budget, List<Indicator> before, List<Indicator> after, String reason)
            implements TargetEvent {
        public OverallTargetsSet {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Targets of one project (table 12). */
    record ProjectTargetsSet(
            BudgetId budget, ProjectCode project, List<Indicator> before, List<Indicator> after, String reason)
            implements TargetEvent {
        public ProjectTargetsSet {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
