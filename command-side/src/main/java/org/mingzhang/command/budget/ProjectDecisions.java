package org.mingzhang.command.budget;

import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;

/** The department's projects while the budget is prepared. */
final class ProjectDecisions {
    private static final String CODE = "project.code";

    private ProjectDecisions() {}

    static Decision decide(Situation now, ProjectCommand command) {
        Findings findings = now.draftingGate();
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        return switch (command) {
            case ProjectCommand.RegisterProject register -> register(now, findings, register);
            case ProjectCommand.ReviseProject revise ->
                now.content()
                        .projects()
                        .get(revise.project().code())
                        .map(before -> revise(now, findings, revise, before))
                        .orElseGet(() -> unknown(findings, revise.project().code()));
            case ProjectCommand.RemoveProject remove ->
                now.content()
                        .projects()
                        .get(remove.project())
                        .map(before -> remove(now, findings, remove, before))
                        .orElseGet(() -> unknown(findings, remove.project()));
        };
    }

    private static Decision register(Situation now, Findings findings, ProjectCommand.RegisterProject command) {
        ProjectCode code = command.project().code();
        DivisionCode division = command.budget().division();
        findings.require(!now.content().projects().has(code), CODE, () -> new Refusal.ProjectKnown(code));
        findings.require(
                code.division().equals(division), CODE, () -> new Refusal.ProjectOfAnotherDivision(code, division));
        unitRegistered(findings, now, command.project());
        return findings.accept(() -> new ProjectEvent.ProjectRegistered(command.budget(), command.project()));
    }

    private static Decision revise(
            Situation now, Findings findings, ProjectCommand.ReviseProject command, Project before) {
        Project after = command.project();
        if (before.equals(after)) {
            return Decision.UNCHANGED;
        }
        TextRules.reason(findings, command.reason());
        unitRegistered(findings, now, after);
        if (before.category() != after.category()) {
            withoutLines(findings, now, before.code(), "project.category");
        }
        if (!before.unit().equals(after.unit())) {
            withoutLines(findings, now, before.code(), "project.unit");
        }
        return findings.accept(
                () -> new ProjectEvent.ProjectRevised(command.budget(), before, after, command.reason()));
    }

    private static Decision remove(
            Situation now, Findings findings, ProjectCommand.RemoveProject command, Project before) {
        TextRules.reason(findings, command.reason());
        withoutLines(findings, now, before.code(), CODE);
        return findings.accept(() -> new ProjectEvent.ProjectRemoved(command.budget(), before, command.reason()));
    }

    /** Lines repeat category and unit of their project, so neither moves while there are lines. */
    private static void withoutLines(Findings findings, Situation now, ProjectCode project, String field) {
        int lines = now.content().linesOf(project);
        findings.require(lines == 0, field, () -> new Refusal.ProjectHasLines(project, lines));
    }

    private static void unitRegistered(Findings findings, Situation now, Project project) {
        findings.require(
                now.content().units().has(project.unit()),
                "project.unit",
                () -> new Refusal.UnitUnknown(project.unit()));
    }

    private static Decision unknown(Findings findings, ProjectCode project) {
        findings.object(CODE, new Refusal.ProjectUnknown(project));
        return findings.refused();
    }
}
