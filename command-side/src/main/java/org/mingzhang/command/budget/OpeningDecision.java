package org.mingzhang.command.budget;

import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;

/** Opens the year of a department. */
final class OpeningDecision {
    private OpeningDecision() {}

    static Decision decide(Situation now, RoundCommand.OpenBudget command) {
        Findings findings = new Findings();
        findings.require(
                Roles.BUDGET_OFFICE.contains(now.actor().role()),
                "",
                () -> new Refusal.RoleNotAllowed(now.actor().role(), Roles.BUDGET_OFFICE));
        findings.require(now.budget().phase() == Phase.NOT_OPENED, "", Refusal.AlreadyOpened::new);
        TextRules.required(findings, "divisionName", command.divisionName());
        TextRules.required(findings, "departmentName", command.departmentName());
        TextRules.required(findings, "shortName", command.shortName());
        classification(findings, command);
        command.copiedFrom().ifPresent(source -> copied(findings, command.budget(), source));
        return findings.accept(() -> event(command));
    }

    /** A draft may begin before the new year's classification is out, but not with codes from after its year. */
    private static void classification(Findings findings, RoundCommand.OpenBudget command) {
        FiscalYear year = command.budget().year();
        FiscalYear codes = command.classificationYear();
        findings.require(
                codes.compareTo(year) <= 0,
                "classificationYear",
                () -> new Refusal.ClassificationYearAhead(year, codes));
    }

    private static void copied(Findings findings, BudgetId budget, BudgetId source) {
        boolean own = source.division().equals(budget.division())
                && source.department().equals(budget.department())
                && source.year().compareTo(budget.year()) < 0;
        findings.require(own, "copiedFrom", () -> new Refusal.CopiedFromForeignBudget(budget, source));
    }

    private static RoundEvent.BudgetOpened event(RoundCommand.OpenBudget command) {
        return new RoundEvent.BudgetOpened(
                command.budget(),
                command.divisionName(),
                command.departmentName(),
                command.shortName(),
                command.classificationYear(),
                command.copiedFrom(),
                command.closedCodes());
    }
}
