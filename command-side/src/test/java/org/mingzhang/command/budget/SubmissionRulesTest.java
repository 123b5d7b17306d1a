package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.HOTLINE_PROJECT;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.allocated;
import static org.mingzhang.command.budget.Scene.ceiling;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.estimated;
import static org.mingzhang.command.budget.Scene.firstDown;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.income;
import static org.mingzhang.command.budget.Scene.ofFund;
import static org.mingzhang.command.budget.Scene.opened;
import static org.mingzhang.command.budget.Scene.registered;
import static org.mingzhang.command.budget.Scene.secondUp;
import static org.mingzhang.command.budget.Scene.targets;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;
import static org.mingzhang.kernel.value.IndicatorLevel.BENEFIT;
import static org.mingzhang.kernel.value.IndicatorLevel.COST;
import static org.mingzhang.kernel.value.IndicatorLevel.OUTPUT;
import static org.mingzhang.kernel.value.IndicatorLevel.SATISFACTION;

import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.YearSource;

class SubmissionRulesTest {
    private static final RoundCommand FIRST = new RoundCommand.SubmitFirstProposal(BUDGET, "");
    private static final RoundCommand SECOND = new RoundCommand.SubmitSecondDraft(BUDGET, "");

    @Test
    void a_proposal_needs_units_and_lines() {
        given(opened()).when(DEPARTMENT, FIRST).refused(new Refusal.NoUnits(), new Refusal.NothingDrafted());
        given(drafting()).when(DEPARTMENT, FIRST).refused(new Refusal.NothingDrafted());
        assertThat(given(drafting(allocated("L1", wages(1))))
                        .when(DEPARTMENT, FIRST)
                        .events())
                .hasSize(1);
    }

    @Test
    void a_project_needs_money() {
        given(drafting(
                        allocated("L1", wages(1)),
                        registered(HOTLINE_PROJECT),
                        targets(HOTLINE, COST, OUTPUT, BENEFIT, SATISFACTION)))
                .when(DEPARTMENT, FIRST)
                .refused(new Refusal.ProjectWithoutLines(HOTLINE, "服务热线"));
    }

    @Test
    void a_project_needs_a_target_in_each_of_four_groups() {
        given(drafting(registered(HOTLINE_PROJECT), allocated("L1", hotline(5)), targets(HOTLINE, COST, OUTPUT)))
                .when(DEPARTMENT, FIRST)
                .refused(
                        new Refusal.TargetsMissing(HOTLINE, "服务热线", BENEFIT),
                        new Refusal.TargetsMissing(HOTLINE, "服务热线", SATISFACTION));
        assertThat(given(drafting(
                                registered(HOTLINE_PROJECT),
                                allocated("L1", hotline(5)),
                                targets(HOTLINE, COST, OUTPUT, BENEFIT, SATISFACTION)))
                        .when(DEPARTMENT, FIRST)
                        .events())
                .hasSize(1);
    }

    @Test
    void the_second_draft_is_complete_too() {
        given(firstDown(ceiling(100))).when(DEPARTMENT, SECOND).refused(new Refusal.NothingDrafted());
    }

    @Test
    void revenue_and_expenditure_that_differ_by_one_yuan_are_refused_with_both_numbers() {
        given(firstDown(ceiling(100), allocated("L1", wages(100)), estimated("R1", income(99))))
                .when(DEPARTMENT, SECOND)
                .refused(new Refusal.Unbalanced(
                        FundType.GENERAL_PUBLIC, YearSource.CURRENT, Amount.ofYuan(99), Amount.ofYuan(100)));
    }

    @Test
    void a_fund_is_not_balanced_by_another() {
        given(firstDown(
                        ceiling(100),
                        allocated("L1", ofFund(FundType.GENERAL_PUBLIC, YearSource.CARRY_OVER, 100)),
                        estimated("R1", income(100))))
                .when(DEPARTMENT, SECOND)
                .refused(
                        new Refusal.Unbalanced(
                                FundType.GENERAL_PUBLIC, YearSource.CURRENT, Amount.ofYuan(100), Amount.ZERO),
                        new Refusal.Unbalanced(
                                FundType.GENERAL_PUBLIC, YearSource.CARRY_OVER, Amount.ZERO, Amount.ofYuan(100)));
    }

    @Test
    void an_unbalanced_draft_is_not_included_in_the_government_draft() {
        given(secondUp(allocated("L1", wages(100))))
                .when(OFFICE, new RoundCommand.IncludeInGovernmentDraft(BUDGET, ""))
                .refused(new Refusal.Unbalanced(
                        FundType.GENERAL_PUBLIC, YearSource.CURRENT, Amount.ZERO, Amount.ofYuan(100)));
    }
}
