package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.NETWORK;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.hotlineOf;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.office;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.Scene.AUDITOR;
import static org.mingzhang.command.budget.Scene.DEPARTMENT;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.drafting;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.key;
import static org.mingzhang.command.budget.Scene.money;
import static org.mingzhang.command.budget.Scene.ofFund;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.kernel.value.YearSource;

/** What may be asked for, what is held then, and who has to decide on it. */
class AdjustmentRequestTest {
    @Test
    void a_shift_between_projects_is_numbered_holds_what_is_given_and_names_who_decides() {
        Spec spec = given(executing());

        assertThat(spec.when(OFFICER, submit(toNetwork(20_000))).events().getFirst())
                .isEqualTo(new AdjustmentEvent.AdjustmentSubmitted(
                        Scene.BUDGET,
                        1,
                        AdjustmentKind.PROJECT_SHIFT,
                        toNetwork(20_000).made(),
                        List.of(AdjustmentStation.DEPARTMENT_REVIEW, AdjustmentStation.FINANCE_REVIEW),
                        true,
                        spec.policy().version(),
                        List.of(new Posting(
                                key("call"),
                                hotline(1).classification(),
                                Stage.FROZEN,
                                Amount.ofYuan(20_000),
                                LocalDate.of(2025, 3, 31),
                                "调整单第1号"))));
    }

    @Test
    void what_is_given_must_be_what_is_gained() {
        given(executing())
                .when(
                        OFFICER,
                        submit(shift(entry("call", hotline(1), -20_000), entry("net", network(), 15_000))
                                .saying(unaffected(HOTLINE), unaffected(NETWORK))))
                .refusedAt("entries", new Refusal.ShiftUnbalanced(Amount.ofYuan(20_000), Amount.ofYuan(15_000)));
    }

    @Test
    void all_of_a_line_may_be_given_and_not_a_fen_more() {
        assertThat(given(executing()).when(OFFICER, submit(toNetwork(80_000))).events())
                .isNotEmpty();
        given(executing())
                .when(OFFICER, submit(toNetwork(80_001)))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.NotAvailable(key("call"), Amount.ofYuan(80_000), Amount.ofYuan(80_001)));
    }

    @Test
    void what_a_document_on_its_way_holds_cannot_be_promised_twice() {
        Spec one = given(executing());
        Spec two = one.and(
                OFFICER, one.when(OFFICER, submit(toNetwork(50_000))).events().getFirst());

        two.when(OFFICER, submit(toNetwork(30_001)))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.HeldByDocuments(
                                key("call"), Amount.ofYuan(30_000), Amount.ofYuan(30_001), Amount.ofYuan(50_000)));
        assertThat(new Refusal.HeldByDocuments(key("call"), Amount.ZERO, Amount.ZERO, Amount.ZERO))
                .as("right another time")
                .isInstanceOf(Refusal.Conflict.class);
        two.when(OFFICER, submit(toNetwork(80_000)))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.HeldByDocuments(
                                key("call"), Amount.ofYuan(30_000), Amount.ofYuan(80_000), Amount.ofYuan(50_000)));
        two.when(OFFICER, submit(toNetwork(80_001)))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.NotAvailable(key("call"), Amount.ofYuan(30_000), Amount.ofYuan(80_001)));
        assertThat(two.when(OFFICER, submit(toNetwork(30_000))).events())
                .extracting(event -> ((AdjustmentEvent) event).number())
                .containsOnly(2);
    }

    @Test
    void money_on_its_way_in_is_not_there_yet() {
        Spec one = given(executing());
        Spec two = one.and(
                OFFICER, one.when(OFFICER, submit(toNetwork(50_000))).events().getFirst());

        two.when(
                        OFFICER,
                        submit(shift(entry("net", network(), -40_000), entry("call", hotline(1), 40_000))
                                .saying(unaffected(HOTLINE), unaffected(NETWORK))))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.NotAvailable(key("net"), Amount.ofYuan(30_000), Amount.ofYuan(40_000)));
    }

    @Test
    void a_shift_never_changes_the_fund() {
        given(executing(Scene.allocated("own", ofFund(FundType.GOVERNMENT_FUND, YearSource.CURRENT, 10_000))))
                .when(
                        OFFICER,
                        submit(shift(
                                entry("own", ofFund(FundType.GOVERNMENT_FUND, YearSource.CURRENT, 1), -5_000),
                                entry("wage", wages(1), 5_000))))
                .refused(
                        new Refusal.FundChanges(FundType.GENERAL_PUBLIC, YearSource.CURRENT, Amount.ofYuan(5_000)),
                        new Refusal.FundChanges(FundType.GOVERNMENT_FUND, YearSource.CURRENT, Amount.ofYuan(-5_000)));
    }

    @Test
    void a_line_that_is_there_stays_what_it_is() {
        given(executing())
                .when(OFFICER, submit(shift(entry("office", office(), -1_000), entry("wage", office(), 1_000))))
                .refusedAt("entries[1].line", new Refusal.LineClassificationDiffers(key("wage")));
    }

    @Test
    void a_new_line_fits_the_codes_of_the_year_like_any_other() {
        assertThat(given(executing())
                        .when(
                                OFFICER,
                                submit(shift(
                                        entry("office", office(), -1_000),
                                        entry(
                                                "post",
                                                money(
                                                        "2010301",
                                                        "30207",
                                                        "50201",
                                                        ProjectCategory.OPERATING,
                                                        Scene.OFFICE_UNIT.code()),
                                                1_000))))
                        .events())
                .isNotEmpty();
        given(executing())
                .when(
                        OFFICER,
                        submit(shift(
                                entry("office", office(), -1_000),
                                entry(
                                        "post",
                                        money(
                                                "2019999",
                                                "30207",
                                                "59999",
                                                ProjectCategory.OPERATING,
                                                Scene.OFFICE_UNIT.code()),
                                        1_000))))
                .refused(new Refusal.MappingDiffers(
                        new DeptEconomicCode("30207"),
                        Scene.OFFICE_UNIT.nature(),
                        new GovEconomicCode("50201"),
                        new GovEconomicCode("59999")));
    }

    @Test
    void a_line_is_named_once_and_moves_something() {
        given(executing())
                .when(
                        OFFICER,
                        submit(shift(
                                entry("office", office(), -1_000),
                                entry("office", office(), 1_000),
                                entry("wage", wages(1), 0))))
                .refused(new Refusal.LineTwice(key("office")), new Refusal.ChangeIsZero(key("wage")));
        given(executing()).when(OFFICER, submit(shift())).refused(new Refusal.NoEntries());
    }

    @Test
    void whoever_moves_the_money_of_a_project_says_what_becomes_of_its_targets() {
        given(executing())
                .when(
                        OFFICER,
                        submit(shift(entry("call", hotline(1), -5_000), entry("net", network(), 5_000))
                                .saying(unaffected(NETWORK))))
                .refusedAt("performance", new Refusal.PerformanceMissing(HOTLINE, "服务热线"));
        given(executing())
                .when(
                        OFFICER,
                        submit(shift(entry("office", office(), -5_000), entry("wage", wages(1), 5_000))
                                .saying(unaffected(NETWORK))))
                .refusedAt("performance", new Refusal.PerformanceNotAsked(NETWORK));
    }

    @Test
    void a_supplement_names_where_its_money_comes_from() {
        var request = supplement(SupplementSource.RESERVE, entry("wage", wages(1), 5_000));

        given(executing())
                .when(OFFICER, submit(request.from(Optional.empty()).fromNowhere()))
                .refusedAt("source", new Refusal.SourceMissing());
        given(executing())
                .when(OFFICER, submit(toNetwork(1_000).from(Optional.of(SupplementSource.RESERVE))))
                .refusedAt("source", new Refusal.SourceNotAsked());
    }

    @Test
    void the_reserve_is_for_the_government_to_decide_and_a_revision_for_the_congress() {
        assertThat(stations(supplement(SupplementSource.RESERVE, entry("wage", wages(1), 5_000))))
                .containsExactly(
                        AdjustmentStation.DEPARTMENT_REVIEW,
                        AdjustmentStation.FINANCE_REVIEW,
                        AdjustmentStation.GOVERNMENT_DECISION);
        assertThat(stations(supplement(SupplementSource.REVISION, entry("wage", wages(1), 5_000))))
                .endsWith(AdjustmentStation.GOVERNMENT_DECISION, AdjustmentStation.STANDING_COMMITTEE);
    }

    @Test
    void a_cut_of_total_or_key_expenditure_is_for_the_congress_whatever_kind_it_is_and_whatever_the_rules_say() {
        assertThat(stations(toNetwork(1_000).of(ReasonClass.REVISION_CUT)))
                .containsExactly(
                        AdjustmentStation.DEPARTMENT_REVIEW,
                        AdjustmentStation.FINANCE_REVIEW,
                        AdjustmentStation.STANDING_COMMITTEE);
        assertThat(stations(toNetwork(1_000))).doesNotContain(AdjustmentStation.STANDING_COMMITTEE);
        AdjustmentEvent.AdjustmentRulesApplied applied = (AdjustmentEvent.AdjustmentRulesApplied) given(executing())
                .when(OFFICER, submit(toNetwork(1_000).of(ReasonClass.REVISION_CUT)))
                .events()
                .getLast();
        assertThat(applied.rules())
                .filteredOn(rule -> rule.rule().equals("budget-law-67"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.basis()).contains("预算法第六十七条"));
    }

    @Test
    void a_tier_of_the_amount_decides_who_decides() {
        assertThat(stations(supplement(SupplementSource.UNALLOCATED, entry("wage", wages(1), 49_999))))
                .doesNotContain(AdjustmentStation.GOVERNMENT_DECISION);
        assertThat(stations(supplement(SupplementSource.UNALLOCATED, entry("wage", wages(1), 50_000))))
                .contains(AdjustmentStation.GOVERNMENT_DECISION);
    }

    @Test
    void each_direction_moves_money_its_own_way_only() {
        given(executing())
                .when(OFFICER, submit(reduction(entry("wage", wages(1), 5_000))))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.DirectionDiffers(AdjustmentDirection.REDUCTION, key("wage"), Amount.ofYuan(5_000)));
        given(executing())
                .when(OFFICER, submit(supplement(SupplementSource.RESERVE, entry("wage", wages(1), -5_000))))
                .refusedAt(
                        "entries[0].amount",
                        new Refusal.DirectionDiffers(
                                AdjustmentDirection.SUPPLEMENT, key("wage"), Amount.ofYuan(-5_000)));
    }

    @Test
    void the_highest_boundary_that_money_crosses_names_the_kind_of_a_shift() {
        assertThat(kind(shift(entry("office", office(), -1_000), entry("wage", wages(1), 1_000))))
                .isEqualTo(AdjustmentKind.BASIC_PROJECT_SHIFT);
        assertThat(kind(shift(entry("office", office(), -1_000), entry("call", hotline(1), 1_000))
                        .saying(unaffected(HOTLINE))))
                .isEqualTo(AdjustmentKind.BASIC_PROJECT_SHIFT);
        assertThat(kind(toNetwork(1_000))).isEqualTo(AdjustmentKind.PROJECT_SHIFT);
        assertThat(kind(shift(entry("call", hotline(1), -1_000), entry("line", hotlineOf("30201"), 1_000))
                        .saying(unaffected(HOTLINE))))
                .isEqualTo(AdjustmentKind.GOV_ECON_SHIFT);
        assertThat(kind(shift(entry("line", hotlineOf("30201"), -1_000), entry("post", hotlineOf("30207"), 1_000))
                        .saying(unaffected(HOTLINE))))
                .isEqualTo(AdjustmentKind.ECON_ITEM_SHIFT);
    }

    @Test
    void money_that_is_passed_on_to_a_lower_level_is_a_shift_of_level_whatever_else_it_crosses() {
        var passedOn =
                Scene.ofProject(NETWORK, ProjectCategory.OTHER_OPERATIONS, Scene.OFFICE_UNIT.code(), "39999", "51301");

        assertThat(kind(shift(entry("call", hotline(1), -1_000), entry("down", passedOn, 1_000))
                        .saying(unaffected(HOTLINE), unaffected(NETWORK))))
                .isEqualTo(AdjustmentKind.LEVEL_SHIFT);
    }

    @Test
    void money_that_comes_back_on_the_same_side_has_crossed_nothing() {
        assertThat(kind(shift(
                                entry("call", hotline(1), -3_000),
                                entry("line", hotlineOf("30201"), 3_000),
                                entry("net", network(), -1_000),
                                entry("post", network2(), 1_000))
                        .saying(unaffected(HOTLINE), unaffected(NETWORK))))
                .isEqualTo(AdjustmentKind.GOV_ECON_SHIFT);
    }

    @Test
    void before_the_budget_is_approved_lines_are_revised_and_nothing_is_adjusted() {
        given(drafting())
                .when(OFFICER, submit(toNetwork(1_000)))
                .refused(new Refusal.PhaseNotAllowed(Phase.PREPARING, Phase.AFTER_APPROVAL));
    }

    @Test
    void only_who_drafts_may_submit() {
        given(executing())
                .when(AUDITOR, submit(toNetwork(1_000)))
                .refused(new Refusal.RoleNotAllowed(AUDITOR.role(), Roles.DRAFTING));
        assertThat(given(executing()).when(DEPARTMENT, submit(toNetwork(1_000))).events())
                .isNotEmpty();
    }

    @Test
    void a_reason_is_given_and_the_day_lies_in_the_year() {
        given(executing())
                .when(OFFICER, submit(toNetwork(1_000).because(" ")))
                .refusedAt("reason", new Refusal.ReasonMissing());
        given(executing())
                .when(
                        OFFICER,
                        new AdjustmentCommand.SubmitAdjustment(
                                Scene.BUDGET,
                                toNetwork(1_000).on(DAY.plusYears(1)).made()))
                .refusedAt("effectiveOn", new Refusal.EffectiveInAnotherYear(DAY.plusYears(1), 2025));
    }

    private static Classification.Expenditure network2() {
        return Scene.ofProject(NETWORK, ProjectCategory.OTHER_OPERATIONS, Scene.OFFICE_UNIT.code(), "30207", "50201");
    }

    private static AdjustmentKind kind(AdjustmentScene.Request request) {
        return submitted(request).kind();
    }

    private static List<AdjustmentStation> stations(AdjustmentScene.Request request) {
        return submitted(request).stations();
    }

    private static AdjustmentEvent.AdjustmentSubmitted submitted(AdjustmentScene.Request request) {
        return (AdjustmentEvent.AdjustmentSubmitted)
                given(executing()).when(OFFICER, submit(request)).events().getFirst();
    }
}
