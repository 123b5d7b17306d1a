package org.mingzhang.kernel.event;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Project;

/** The department's projects while the budget is prepared; after approval a project is adjusted, not revised. */
public sealed interface ProjectEvent extends BudgetEvent {
    record ProjectRegistered(BudgetId budget, Project project) implements ProjectEvent {}

    record ProjectRevised(BudgetId budget, Project before, Project after, String reason) implements ProjectEvent {}

    record ProjectRemoved(BudgetId budget, Project project, String reason) implements ProjectEvent {}
}
