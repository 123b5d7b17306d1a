package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.UnitCode;

/** The rounds of preparation (lifecycle.md §8.1). */
final class RoundDecisions {
    private RoundDecisions() {}

    static Decision decide(Situation now, RoundCommand command) {
        return switch (command) {
            case RoundCommand.OpenBudget open -> OpeningDecision.decide(now, open);
            case RoundCommand.SubmitFirstProposal submit -> submitFirst(now, submit);
            case RoundCommand.ReturnFirstProposal back -> returnFirst(now, back);
            case RoundCommand.IssueCeiling issue -> issueCeiling(now, issue);
            case RoundCommand.ReviseCeiling revise -> reviseCeiling(now, revise);
            case RoundCommand.SubmitSecondDraft submit -> submitSecond(now, submit);
            case RoundCommand.ReturnSecondDraft back -> returnSecond(now, back);
            case RoundCommand.IncludeInGovernmentDraft include -> include(now, include);
            case RoundCommand.RecordEnactment record -> enact(now, record);
            case RoundCommand.ApproveBudget approve -> approve(now, approve);
            case RoundCommand.DistributeBudget distribute -> distribute(now, distribute);
        };
    }

    private static Decision submitFirst(Situation now, RoundCommand.SubmitFirstProposal command) {
        Findings findings = now.gate(Roles.DEPARTMENT, Set.of(Phase.PREPARING));
        if (findings.isEmpty()) {
            TextRules.optional(findings, "note", command.note());
            CompletenessRules.check(findings, now);
        }
        return findings.accept(() -> new RoundEvent.FirstProposalSubmitted(command.budget(), command.note()));
    }

    private static Decision returnFirst(Situation now, RoundCommand.ReturnFirstProposal command) {
        Findings findings = now.gate(Roles.FINANCE_BUREAU, Set.of(Phase.FIRST_UP));
        SeparationOfDuties.submitterDoesNotDecide(findings, now);
        TextRules.reason(findings, command.reason());
        return findings.accept(() -> new RoundEvent.FirstProposalReturned(command.budget(), command.reason()));
    }

    private static Decision issueCeiling(Situation now, RoundCommand.IssueCeiling command) {
        Findings findings = now.gate(Roles.BUDGET_OFFICE, Set.of(Phase.FIRST_UP));
        SeparationOfDuties.submitterDoesNotDecide(findings, now);
        DayRules.notAhead(findings, "basis.date", command.basis().date(), now);
        return findings.accept(
                () -> new RoundEvent.CeilingIssued(command.budget(), command.ceiling(), command.basis()));
    }

    private static Decision reviseCeiling(Situation now, RoundCommand.ReviseCeiling command) {
        Findings findings = now.gate(Roles.BUDGET_OFFICE, Set.of(Phase.FIRST_DOWN));
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        Ceiling before = now.budget().round().ceiling().orElseThrow();
        if (before.equals(command.ceiling())) {
            return Decision.UNCHANGED;
        }
        TextRules.reason(findings, command.reason());
        DayRules.notAhead(findings, "basis.date", command.basis().date(), now);
        return findings.accept(() -> new RoundEvent.CeilingRevised(
                command.budget(), before, command.ceiling(), command.basis(), command.reason()));
    }

    private static Decision submitSecond(Situation now, RoundCommand.SubmitSecondDraft command) {
        Findings findings = now.gate(Roles.DEPARTMENT, Set.of(Phase.FIRST_DOWN));
        if (findings.isEmpty()) {
            TextRules.optional(findings, "note", command.note());
            CompletenessRules.check(findings, now);
            CeilingRules.kept(findings, now);
            BalanceRule.check(findings, now);
            ProvisionalDecisions.usedWithin(findings, now);
        }
        return findings.accept(() -> new RoundEvent.SecondDraftSubmitted(command.budget(), command.note()));
    }

    private static Decision returnSecond(Situation now, RoundCommand.ReturnSecondDraft command) {
        Findings findings = now.gate(Roles.FINANCE_BUREAU, Set.of(Phase.SECOND_UP));
        SeparationOfDuties.submitterDoesNotDecide(findings, now);
        TextRules.reason(findings, command.reason());
        return findings.accept(() -> new RoundEvent.SecondDraftReturned(command.budget(), command.reason()));
    }

    private static Decision include(Situation now, RoundCommand.IncludeInGovernmentDraft command) {
        Findings findings = now.gate(Roles.BUDGET_OFFICE, Set.of(Phase.SECOND_UP));
        SeparationOfDuties.submitterDoesNotDecide(findings, now);
        TextRules.optional(findings, "note", command.note());
        BalanceRule.check(findings, now);
        return findings.accept(() -> new RoundEvent.IncludedInGovernmentDraft(command.budget(), command.note()));
    }

    private static Decision enact(Situation now, RoundCommand.RecordEnactment command) {
        Findings findings = now.gate(Roles.BUDGET_OFFICE, Set.of(Phase.IN_CONGRESS));
        DayRules.notAhead(findings, "resolution.date", command.resolution().date(), now);
        return findings.accept(() -> new RoundEvent.BudgetEnacted(command.budget(), command.resolution()));
    }

    private static Decision approve(Situation now, RoundCommand.ApproveBudget command) {
        Findings findings = now.gate(Roles.BUDGET_OFFICE, Set.of(Phase.ENACTED));
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        LocalDate enacted = now.budget().round().enactment().map(Basis::date).orElseThrow();
        SeparationOfDuties.submitterDoesNotDecide(findings, now);
        DayRules.notBefore(findings, "approvedOn", command.approvedOn(), enacted);
        DayRules.notAhead(findings, "approvedOn", command.approvedOn(), now);
        DayRules.notAhead(findings, "approval.date", command.approval().date(), now);
        int late = DayRules.late(enacted, command.approvedOn(), now.policy().approvalDays());
        ProvisionalDecisions.usedWithin(findings, now);
        return findings.acceptAll(() -> approved(now, command, late));
    }

    /** What was issued before the approval ends with it. */
    private static List<BudgetEvent> approved(Situation now, RoundCommand.ApproveBudget command, int late) {
        List<BudgetEvent> events = new ArrayList<>();
        events.add(new RoundEvent.BudgetApproved(command.budget(), command.approval(), command.approvedOn(), late));
        events.addAll(ProvisionalDecisions.replaced(now, command.approval()));
        return events;
    }

    /** The parts of the units make up the department by construction: every line names its unit. */
    private static Decision distribute(Situation now, RoundCommand.DistributeBudget command) {
        Findings findings = now.gate(Roles.DEPARTMENT, Set.of(Phase.APPROVED));
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        LocalDate approved = now.budget().round().approvedOn().orElseThrow();
        DayRules.notBefore(findings, "distributedOn", command.distributedOn(), approved);
        DayRules.notAhead(findings, "distributedOn", command.distributedOn(), now);
        DayRules.notAhead(findings, "notice.date", command.notice().date(), now);
        int late = DayRules.late(approved, command.distributedOn(), now.policy().distributionDays());
        var units = now.content().units().entries().stream()
                .map(Entries.Entry<UnitCode, ?>::key)
                .sorted()
                .toList();
        return findings.accept(() -> new RoundEvent.BudgetDistributed(
                command.budget(), command.notice(), units, command.distributedOn(), late));
    }
}
