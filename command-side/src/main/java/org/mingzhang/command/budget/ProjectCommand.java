package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;

/** The department's projects while the budget is prepared. */
public sealed interface ProjectCommand extends BudgetCommand {
    record RegisterProject(BudgetId budget, Project project) implements ProjectCommand {}

    record ReviseProject(BudgetId budget, Project project, String reason) implements ProjectCommand {}

    record RemoveProject(BudgetId budget, ProjectCode project, String reason) implements ProjectCommand {}
}
