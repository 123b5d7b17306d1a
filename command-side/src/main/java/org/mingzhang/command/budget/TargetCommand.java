package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.ProjectCode;

/** Performance targets, always as a whole ordered list. */
public sealed interface TargetCommand extends BudgetCommand {
    record SetOverallTargets(BudgetId budget, List<Indicator> indicators, String reason) implements TargetCommand {
        public SetOverallTargets {
            indicators = List.copyOf(indicators);
        }
    }

    record SetProjectTargets(BudgetId budget, ProjectCode project, List<Indicator> indicators, String reason)
            implements TargetCommand {
        public SetProjectTargets {
            indicators = List.copyOf(indicators);
        }
    }
}
