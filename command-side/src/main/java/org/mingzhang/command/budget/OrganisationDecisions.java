package org.mingzhang.command.budget;

import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.DepartmentCode;
import org.mingzhang.kernel.value.UnitCode;

/** Which units a department has in the year. */
final class OrganisationDecisions {
    private static final String CODE = "unit.code";

    private OrganisationDecisions() {}

    static Decision decide(Situation now, OrganisationCommand command) {
        Findings findings = now.draftingGate();
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        return switch (command) {
            case OrganisationCommand.RegisterUnit register -> register(now, findings, register);
            case OrganisationCommand.ReviseUnit revise ->
                now.content()
                        .units()
                        .get(revise.unit().code())
                        .map(before -> revise(now, findings, revise, before))
                        .orElseGet(() -> unknown(findings, revise.unit().code()));
            case OrganisationCommand.RemoveUnit remove ->
                now.content()
                        .units()
                        .get(remove.unit())
                        .map(before -> remove(now, findings, remove, before))
                        .orElseGet(() -> unknown(findings, remove.unit()));
        };
    }

    private static Decision register(Situation now, Findings findings, OrganisationCommand.RegisterUnit command) {
        UnitCode code = command.unit().code();
        DepartmentCode department = command.budget().department();
        findings.require(!now.content().units().has(code), CODE, () -> new Refusal.UnitKnown(code));
        findings.require(
                code.department().equals(department),
                CODE,
                () -> new Refusal.UnitOfAnotherDepartment(code, department));
        return findings.accept(() -> new OrganisationEvent.UnitRegistered(command.budget(), command.unit()));
    }

    /** The nature of a unit decides the governmental codes of its lines, so it stays while there are lines. */
    private static Decision revise(
            Situation now, Findings findings, OrganisationCommand.ReviseUnit command, BudgetUnit before) {
        if (before.nature() != command.unit().nature()) {
            withoutLines(findings, now, before.code(), "unit.nature");
        }
        return findings.acceptUnless(
                before.equals(command.unit()),
                () -> new OrganisationEvent.UnitRevised(command.budget(), before, command.unit()));
    }

    private static Decision remove(
            Situation now, Findings findings, OrganisationCommand.RemoveUnit command, BudgetUnit before) {
        TextRules.reason(findings, command.reason());
        withoutLines(findings, now, before.code(), CODE);
        int projects = now.content().projectsOf(before.code());
        findings.require(projects == 0, CODE, () -> new Refusal.UnitHasProjects(before.code(), projects));
        return findings.accept(() -> new OrganisationEvent.UnitRemoved(command.budget(), before, command.reason()));
    }

    private static void withoutLines(Findings findings, Situation now, UnitCode unit, String field) {
        int lines = now.content().linesOf(unit);
        findings.require(lines == 0, field, () -> new Refusal.UnitHasLines(unit, lines));
    }

    private static Decision unknown(Findings findings, UnitCode unit) {
        findings.object(CODE, new Refusal.UnitUnknown(unit));
        return findings.refused();
    }
}
