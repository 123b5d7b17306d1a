package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.APPROVED;
import static org.mingzhang.command.budget.Scene.AUDITOR;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.CENTRE;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.ENACTED;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.OFFICE_UNIT;
import static org.mingzhang.command.budget.Scene.allocated;
import static org.mingzhang.command.budget.Scene.approved;
import static org.mingzhang.command.budget.Scene.basis;
import static org.mingzhang.command.budget.Scene.basisOf;
import static org.mingzhang.command.budget.Scene.ceiling;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.enacted;
import static org.mingzhang.command.budget.Scene.estimated;
import static org.mingzhang.command.budget.Scene.firstDown;
import static org.mingzhang.command.budget.Scene.firstUp;
import static org.mingzhang.command.budget.Scene.inCongress;
import static org.mingzhang.command.budget.Scene.income;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.secondUp;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Role;

class RoundRulesTest {
    private static final BudgetEvent WAGES = allocated("L1", wages(100));
    private static final BudgetEvent INCOME = estimated("R1", income(100));

    @Test
    void nothing_happens_to_a_budget_that_is_not_open() {
        given().when(OFFICER, new LineCommand.AllocateLine(BUDGET, key("L1"), wages(1)))
                .refused(new Refusal.NotOpened());
        given().when(DEPARTMENT, new RoundCommand.SubmitFirstProposal(BUDGET, ""))
                .refused(new Refusal.NotOpened());
        given().when(OFFICE, new RoundCommand.ApproveBudget(BUDGET, basis(), APPROVED))
                .refused(new Refusal.NotOpened());
    }

    @Test
    void the_first_proposal_goes_up_complete_and_by_the_department() {
        given(drafting(WAGES))
                .when(DEPARTMENT, new RoundCommand.SubmitFirstProposal(BUDGET, "一上"))
                .then(new RoundEvent.FirstProposalSubmitted(BUDGET, "一上"));
        given(drafting(WAGES))
                .when(OFFICER, new RoundCommand.SubmitFirstProposal(BUDGET, ""))
                .refused(new Refusal.RoleNotAllowed(
                        Role.UNIT_OFFICER, Set.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD)));
    }

    @Test
    void content_rests_while_the_proposal_is_with_the_finance_bureau() {
        given(firstUp(WAGES))
                .when(OFFICER, new LineCommand.AllocateLine(BUDGET, key("L2"), wages(1)))
                .refused(new Refusal.PhaseNotAllowed(Phase.FIRST_UP, Set.of(Phase.PREPARING, Phase.FIRST_DOWN)));
    }

    @Test
    void after_approval_no_content_changes_any_more() {
        given(approved())
                .when(OFFICER, new LineCommand.RemoveLine(BUDGET, key("L1"), "x"))
                .refused(new Refusal.PhaseNotAllowed(Phase.APPROVED, Set.of(Phase.PREPARING, Phase.FIRST_DOWN)));
    }

    @Test
    void a_returned_proposal_is_drafted_again() {
        Spec returned = given(firstUp(WAGES)).and(OFFICE, new RoundEvent.FirstProposalReturned(BUDGET, "依据不足"));

        assertThat(returned.when(OFFICER, new LineCommand.AllocateLine(BUDGET, key("L2"), wages(1)))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_return_says_why_and_is_made_by_the_finance_bureau() {
        given(firstUp())
                .when(OFFICE, new RoundCommand.ReturnFirstProposal(BUDGET, "依据不足"))
                .then(new RoundEvent.FirstProposalReturned(BUDGET, "依据不足"));
        given(firstUp())
                .when(OFFICE, new RoundCommand.ReturnFirstProposal(BUDGET, ""))
                .refusedAt("reason", new Refusal.ReasonMissing());
        given(secondUp())
                .when(AUDITOR, new RoundCommand.ReturnSecondDraft(BUDGET, "x"))
                .refused(new Refusal.RoleNotAllowed(Role.AUDITOR, Roles.FINANCE_BUREAU));
    }

    @Test
    void a_reason_may_have_a_thousand_characters_and_not_one_more() {
        assertThat(given(firstUp())
                        .when(OFFICE, new RoundCommand.ReturnFirstProposal(BUDGET, "因".repeat(1000)))
                        .events())
                .hasSize(1);
        given(firstUp())
                .when(OFFICE, new RoundCommand.ReturnFirstProposal(BUDGET, "因".repeat(1001)))
                .refusedAt("reason", new Refusal.TextTooLong(1000, 1001));
        given(firstUp())
                .when(OFFICE, new RoundCommand.ReturnFirstProposal(BUDGET, "a\u0000b"))
                .refusedAt("reason", new Refusal.ControlCharacter());
    }

    @Test
    void the_ceiling_is_issued_once_and_revised_with_old_and_new() {
        given(firstUp())
                .when(OFFICE, new RoundCommand.IssueCeiling(BUDGET, ceiling(100), basis()))
                .then(new RoundEvent.CeilingIssued(BUDGET, ceiling(100), basis()));
        given(firstDown(ceiling(100)))
                .when(OFFICE, new RoundCommand.IssueCeiling(BUDGET, ceiling(90), basis()))
                .refused(new Refusal.PhaseNotAllowed(Phase.FIRST_DOWN, Set.of(Phase.FIRST_UP)));
        given(firstDown(ceiling(100)))
                .when(OFFICE, new RoundCommand.ReviseCeiling(BUDGET, ceiling(90), basis(), "压减"))
                .then(new RoundEvent.CeilingRevised(BUDGET, ceiling(100), ceiling(90), basis(), "压减"));
        given(firstDown(ceiling(100)))
                .when(OFFICE, new RoundCommand.ReviseCeiling(BUDGET, ceiling(100), basis(), ""))
                .nothingChanges();
        given(firstDown(ceiling(100)))
                .when(OFFICE, new RoundCommand.ReviseCeiling(BUDGET, ceiling(90), basis(), ""))
                .refusedAt("reason", new Refusal.ReasonMissing());
    }

    @Test
    void the_second_draft_goes_up_balanced_and_within_the_ceiling() {
        given(firstDown(ceiling(100), WAGES, INCOME))
                .when(HEAD, new RoundCommand.SubmitSecondDraft(BUDGET, ""))
                .then(new RoundEvent.SecondDraftSubmitted(BUDGET, ""));
    }

    @Test
    void a_balanced_draft_is_included_and_then_enacted() {
        given(secondUp(WAGES, INCOME))
                .when(OFFICE, new RoundCommand.IncludeInGovernmentDraft(BUDGET, ""))
                .then(new RoundEvent.IncludedInGovernmentDraft(BUDGET, ""));
        given(inCongress())
                .when(OFFICE, new RoundCommand.RecordEnactment(BUDGET, basisOf(ENACTED)))
                .then(new RoundEvent.BudgetEnacted(BUDGET, basisOf(ENACTED)));
    }

    @Test
    void a_resolution_of_tomorrow_is_refused_and_one_of_today_is_not() {
        LocalDate today = LocalDate.of(2025, 1, 20);
        given(inCongress())
                .on(today)
                .when(OFFICE, new RoundCommand.RecordEnactment(BUDGET, basisOf(today.plusDays(1))))
                .refusedAt("resolution.date", new Refusal.DayAhead(today.plusDays(1), today));
        assertThat(given(inCongress())
                        .on(today)
                        .when(OFFICE, new RoundCommand.RecordEnactment(BUDGET, basisOf(today)))
                        .events())
                .hasSize(1);
    }

    @Test
    void an_approval_is_in_time_on_the_twentieth_day_and_one_day_late_on_the_next() {
        LocalDate twentieth = ENACTED.plusDays(20);
        given(enacted())
                .when(OFFICE, new RoundCommand.ApproveBudget(BUDGET, basis(), twentieth))
                .then(new RoundEvent.BudgetApproved(BUDGET, basis(), twentieth, 0));
        given(enacted())
                .when(OFFICE, new RoundCommand.ApproveBudget(BUDGET, basis(), twentieth.plusDays(1)))
                .then(new RoundEvent.BudgetApproved(BUDGET, basis(), twentieth.plusDays(1), 1));
    }

    @Test
    void an_approval_before_the_enactment_is_refused_and_one_on_its_day_is_not() {
        given(enacted())
                .when(OFFICE, new RoundCommand.ApproveBudget(BUDGET, basis(), ENACTED.minusDays(1)))
                .refusedAt("approvedOn", new Refusal.DayTooEarly(ENACTED.minusDays(1), ENACTED));
        given(enacted())
                .when(OFFICE, new RoundCommand.ApproveBudget(BUDGET, basis(), ENACTED))
                .then(new RoundEvent.BudgetApproved(BUDGET, basis(), ENACTED, 0));
    }

    @Test
    void a_budget_is_approved_only_once_it_is_enacted_and_by_the_budget_office() {
        given(inCongress())
                .when(OFFICE, new RoundCommand.ApproveBudget(BUDGET, basis(), APPROVED))
                .refused(new Refusal.PhaseNotAllowed(Phase.IN_CONGRESS, Set.of(Phase.ENACTED)));
        given(enacted())
                .when(HEAD, new RoundCommand.ApproveBudget(BUDGET, basis(), APPROVED))
                .refused(new Refusal.RoleNotAllowed(Role.DEPARTMENT_HEAD, Set.of(Role.BUDGET_OFFICE)));
    }

    @Test
    void distribution_names_every_unit_and_counts_the_days_beyond_fifteen() {
        LocalDate sixteenth = APPROVED.plusDays(16);

        given(approved())
                .when(DEPARTMENT, new RoundCommand.DistributeBudget(BUDGET, basis(), sixteenth.minusDays(1)))
                .then(new RoundEvent.BudgetDistributed(
                        BUDGET, basis(), List.of(OFFICE_UNIT.code()), sixteenth.minusDays(1), 0));
        given(approved())
                .and(DEPARTMENT, Scene.registered(CENTRE))
                .when(DEPARTMENT, new RoundCommand.DistributeBudget(BUDGET, basis(), sixteenth))
                .then(new RoundEvent.BudgetDistributed(
                        BUDGET, basis(), List.of(OFFICE_UNIT.code(), CENTRE.code()), sixteenth, 1));
        given(approved())
                .when(DEPARTMENT, new RoundCommand.DistributeBudget(BUDGET, basis(), APPROVED.minusDays(1)))
                .refusedAt("distributedOn", new Refusal.DayTooEarly(APPROVED.minusDays(1), APPROVED));
    }

    @Test
    void a_budget_is_distributed_once() {
        given(approved())
                .and(
                        DEPARTMENT,
                        new RoundEvent.BudgetDistributed(BUDGET, basis(), List.of(OFFICE_UNIT.code()), APPROVED, 0))
                .when(DEPARTMENT, new RoundCommand.DistributeBudget(BUDGET, basis(), APPROVED))
                .refused(new Refusal.PhaseNotAllowed(Phase.DISTRIBUTED, Set.of(Phase.APPROVED)));
    }
}
