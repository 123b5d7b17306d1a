package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;

/**
 * What the budget says.
 *
 * @param projectTargets targets of each project that has any
 * @param statements by topic
 */
public record Content(
        Entries<UnitCode, BudgetUnit> units,
        Entries<ProjectCode, Project> projects,
        Entries<LineKey, LineContent> lines,
        Entries<LineKey, RevenueContent> revenue,
        List<Indicator> overallTargets,
        Entries<ProjectCode, List<Indicator>> projectTargets,
        Entries<String, Statement> statements,
        Totals totals) {
    static final Content NONE = new Content(
            Entries.none(),
            Entries.none(),
            Entries.none(),
            Entries.none(),
            List.of(),
            Entries.none(),
            Entries.none(),
            Totals.ZERO);

    Content units(Entries<UnitCode, BudgetUnit> now) {
        return new Content(now, projects, lines, revenue, overallTargets, projectTargets, statements, totals);
    }

    Content projects(Entries<ProjectCode, Project> now) {
        return new Content(units, now, lines, revenue, overallTargets, projectTargets, statements, totals);
    }

    Content lines(Entries<LineKey, LineContent> now, Totals sums) {
        return new Content(units, projects, now, revenue, overallTargets, projectTargets, statements, sums);
    }

    Content revenue(Entries<LineKey, RevenueContent> now, Totals sums) {
        return new Content(units, projects, lines, now, overallTargets, projectTargets, statements, sums);
    }

    Content overallTargets(List<Indicator> now) {
        return new Content(units, projects, lines, revenue, now, projectTargets, statements, totals);
    }

    Content projectTargets(Entries<ProjectCode, List<Indicator>> now) {
        return new Content(units, projects, lines, revenue, overallTargets, now, statements, totals);
    }

    Content statements(Entries<String, Statement> now) {
        return new Content(units, projects, lines, revenue, overallTargets, projectTargets, now, totals);
    }

    /** What belongs to one unit; what the department says as a whole is not part of it. */
    public Content of(UnitCode unit) {
        return new Content(
                units.where((code, each) -> code.equals(unit)),
                projects.where((code, project) -> project.unit().equals(unit)),
                lines.where((line, content) -> content.classification().unit().equals(unit)),
                revenue.where((line, content) -> content.classification().unit().equals(unit)),
                List.of(),
                projectTargets.where((code, targets) -> projects.get(code)
                        .filter(project -> project.unit().equals(unit))
                        .isPresent()),
                Entries.none(),
                totals);
    }

    /** Targets of a project; empty when it has none. */
    public List<Indicator> targetsOf(ProjectCode project) {
        return projectTargets.get(project).orElse(List.of());
    }

    int linesOf(ProjectCode project) {
        return (int) lines.values()
                .filter(line ->
                        line.classification().project().filter(project::equals).isPresent())
                .count();
    }

    int linesOf(UnitCode unit) {
        long spending = lines.values()
                .filter(line -> line.classification().unit().equals(unit))
                .count();
        long income = revenue.values()
                .filter(line -> line.classification().unit().equals(unit))
                .count();
        return (int) (spending + income);
    }

    int projectsOf(UnitCode unit) {
        return (int)
                projects.values().filter(project -> project.unit().equals(unit)).count();
    }
}
