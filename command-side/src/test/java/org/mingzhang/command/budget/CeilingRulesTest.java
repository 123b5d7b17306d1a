package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.CENTRE;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.OFFICE_UNIT;
import static org.mingzhang.command.budget.Scene.allocated;
import static org.mingzhang.command.budget.Scene.ceiling;
import static org.mingzhang.command.budget.Scene.content;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.estimated;
import static org.mingzhang.command.budget.Scene.firstDown;
import static org.mingzhang.command.budget.Scene.income;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.money;
import static org.mingzhang.command.budget.Scene.ofFund;
import static org.mingzhang.command.budget.Scene.registered;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.YearSource;

class CeilingRulesTest {
    private static LineCommand allocate(LineContent content) {
        return new LineCommand.AllocateLine(BUDGET, key("L2"), content);
    }

    @Test
    void a_line_up_to_the_ceiling_is_accepted_and_one_fen_more_is_refused_with_the_numbers() {
        Spec hundredOfHundredAndFifty = given(firstDown(ceiling(150), allocated("L1", wages(100))));

        assertThat(hundredOfHundredAndFifty.when(OFFICER, allocate(wages(50))).events())
                .hasSize(1);
        hundredOfHundredAndFifty
                .when(OFFICER, allocate(content(wages(1).classification(), new Amount(5001))))
                .refusedAt(
                        "content.amount",
                        new Refusal.CeilingExceeded(FundType.GENERAL_PUBLIC, Amount.ofYuan(150), new Amount(15001)));
    }

    @Test
    void there_is_no_ceiling_before_it_is_issued() {
        assertThat(given(drafting())
                        .when(OFFICER, allocate(wages(1_000_000_000)))
                        .events())
                .hasSize(1);
    }

    @Test
    void money_of_a_fund_without_a_ceiling_may_not_be_drafted() {
        given(firstDown(ceiling(150)))
                .when(OFFICER, allocate(ofFund(FundType.GOVERNMENT_FUND, YearSource.CURRENT, 1)))
                .refusedAt(
                        "content.amount",
                        new Refusal.CeilingExceeded(FundType.GOVERNMENT_FUND, Amount.ZERO, Amount.ofYuan(1)));
    }

    @Test
    void money_carried_over_stands_beside_the_ceiling() {
        assertThat(given(firstDown(ceiling(0)))
                        .when(OFFICER, allocate(ofFund(FundType.GENERAL_PUBLIC, YearSource.CARRY_OVER, 500)))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_draft_over_its_ceiling_may_be_cut_down_step_by_step_but_not_raised() {
        Spec over = given(firstDown(ceiling(50), allocated("L1", wages(100))));

        assertThat(over.when(OFFICER, new LineCommand.ReviseLine(BUDGET, key("L1"), wages(80)))
                        .events())
                .hasSize(1);
        over.when(OFFICER, new LineCommand.ReviseLine(BUDGET, key("L1"), wages(101)))
                .refusedAt(
                        "content.amount",
                        new Refusal.CeilingExceeded(FundType.GENERAL_PUBLIC, Amount.ofYuan(50), Amount.ofYuan(101)));
    }

    @Test
    void moving_a_line_to_another_fund_counts_there() {
        Ceiling both = new Ceiling(
                Map.of(FundType.GENERAL_PUBLIC, Amount.ofYuan(100), FundType.UNIT_OWN, Amount.ofYuan(10)),
                Amount.ZERO,
                Amount.ZERO,
                Amount.ZERO);

        given(firstDown(both, allocated("L1", wages(100))))
                .when(
                        OFFICER,
                        new LineCommand.ReviseLine(
                                BUDGET, key("L1"), ofFund(FundType.UNIT_OWN, YearSource.CURRENT, 11)))
                .refusedAt(
                        "content.amount",
                        new Refusal.CeilingExceeded(FundType.UNIT_OWN, Amount.ofYuan(10), Amount.ofYuan(11)));
    }

    @Test
    void a_draft_over_its_ceiling_is_not_submitted() {
        given(firstDown(ceiling(99), allocated("L1", wages(100)), estimated("R1", income(100))))
                .when(DEPARTMENT, new RoundCommand.SubmitSecondDraft(BUDGET, ""))
                .refused(new Refusal.CeilingExceeded(FundType.GENERAL_PUBLIC, Amount.ofYuan(99), Amount.ofYuan(100)));
    }

    @Test
    void each_of_the_three_publics_stays_within_its_own_ceiling() {
        LineContent hospitality = content(
                money("2010301", "30217", "50206", ProjectCategory.OPERATING, OFFICE_UNIT.code()), Amount.ofYuan(20));
        Ceiling tight = new Ceiling(
                Map.of(FundType.GENERAL_PUBLIC, Amount.ofYuan(20)), Amount.ZERO, Amount.ZERO, Amount.ofYuan(19));
        Ceiling enough = new Ceiling(
                Map.of(FundType.GENERAL_PUBLIC, Amount.ofYuan(20)), Amount.ZERO, Amount.ZERO, Amount.ofYuan(20));

        given(firstDown(tight, allocated("L1", hospitality), estimated("R1", income(20))))
                .when(DEPARTMENT, new RoundCommand.SubmitSecondDraft(BUDGET, ""))
                .refused(new Refusal.ThreePublicExceeded(
                        ThreePublicItem.HOSPITALITY, Amount.ofYuan(19), Amount.ofYuan(20)));
        assertThat(given(firstDown(enough, allocated("L1", hospitality), estimated("R1", income(20))))
                        .when(DEPARTMENT, new RoundCommand.SubmitSecondDraft(BUDGET, ""))
                        .events())
                .hasSize(1);
    }

    @Test
    void the_three_publics_are_told_by_their_economic_codes_and_only_of_appropriated_money() {
        Totals totals = given(drafting(
                        registered(CENTRE),
                        allocated("a", operating("30212", "50207", 1)),
                        allocated("b", operating("30231", "50208", 2)),
                        allocated("c", operating("31013", "50303", 4)),
                        allocated("d", operating("30217", "50206", 8)),
                        allocated("e", operating("30201", "50201", 16)),
                        allocated("f", ofFund(FundType.UNIT_OWN, YearSource.CURRENT, 32))))
                .budget()
                .content()
                .totals();

        assertThat(totals.of(ThreePublicItem.OVERSEAS_TRAVEL)).isEqualTo(Amount.ofYuan(1));
        assertThat(totals.of(ThreePublicItem.VEHICLES)).isEqualTo(Amount.ofYuan(6));
        assertThat(totals.of(ThreePublicItem.HOSPITALITY)).isEqualTo(Amount.ofYuan(8));
        assertThat(totals.expenditure(FundType.GENERAL_PUBLIC, YearSource.CURRENT))
                .isEqualTo(Amount.ofYuan(31));
    }

    private static LineContent operating(String dept, String gov, long yuan) {
        return content(money("2010301", dept, gov, ProjectCategory.OPERATING, OFFICE_UNIT.code()), Amount.ofYuan(yuan));
    }
}
