package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;

/** A line's project is in the library (实施条例 art. 41), of the same category and carried out by the same unit. */
final class ProjectOfLineRule {
    private ProjectOfLineRule() {}

    static void check(Findings findings, Situation now, Classification.Expenditure money) {
        money.project()
                .ifPresent(code -> now.content()
                        .projects()
                        .get(code)
                        .ifPresentOrElse(
                                project -> agree(findings, money, project),
                                () -> findings.object("content.project", new Refusal.ProjectUnknown(code))));
    }

    private static void agree(Findings findings, Classification.Expenditure money, Project project) {
        ProjectCode code = project.code();
        findings.require(
                project.category() == money.category(),
                "content.category",
                () -> new Refusal.ProjectCategoryDiffers(code, project.category(), money.category()));
        findings.require(
                project.unit().equals(money.unit()),
                "content.unit",
                () -> new Refusal.ProjectUnitDiffers(code, project.unit(), money.unit()));
    }
}
