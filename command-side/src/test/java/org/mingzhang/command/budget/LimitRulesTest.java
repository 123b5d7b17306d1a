package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mingzhang.command.budget.AdjustmentScene.NETWORK;
import static org.mingzhang.command.budget.AdjustmentScene.applied;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.office;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.AdjustmentScene.toNetwork;
import static org.mingzhang.command.budget.AdjustmentScene.unaffected;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.OFFICE_UNIT;
import static org.mingzhang.command.budget.Scene.allocated;
import static org.mingzhang.command.budget.Scene.content;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.money;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.policy.AdjustmentRule;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.policy.Limit;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.SupplementSource;

/** Limits of the rules: what they measure, from which fen, share or day on they are reached, and what follows. */
class LimitRulesTest {
    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);
    private static final Classification.Expenditure GUESTS =
            money("2010301", "30217", "50206", ProjectCategory.OPERATING, OFFICE_UNIT.code());

    private static Limit limit(Measure measure, String bound, LimitEffect effect) {
        List<AdjustmentStation> stations =
                effect == LimitEffect.DEMAND ? List.of(AdjustmentStation.GOVERNMENT_DECISION) : List.of();
        return new Limit(
                "test-rule",
                SINCE,
                Optional.empty(),
                Set.of(),
                Amount.ZERO,
                measure,
                bound,
                Set.of(ReasonClass.EMERGENCY),
                effect,
                stations,
                "市规定第一条",
                true,
                1);
    }

    /** The paths that come with the program, and no other limit than this. */
    private static AdjustmentRules only(Limit limit) {
        return new AdjustmentRules(AdjustmentRules.shipped().paths(), List.of(limit));
    }

    private static List<ReachedLimit> reached(Spec spec, AdjustmentScene.Request request) {
        return PathRules.of(spec.policy(), LocalDate.of(2025, 3, 31), spec.budget(), request.made(), false)
                .orElseThrow()
                .limits();
    }

    private static Spec under(Measure measure, String bound) {
        return given(executing()).under(only(limit(measure, bound, LimitEffect.WARN)));
    }

    @Test
    void a_stop_refuses_and_names_the_rule_its_basis_and_the_numbers() {
        given(executing())
                .under(only(limit(Measure.SHARE_OF_PROJECT, "25", LimitEffect.STOP)))
                .when(
                        OFFICER,
                        submit(shift(entry("call", hotline(1), -25_000), entry("wage", wages(1), 25_000))
                                .saying(unaffected(HOTLINE))))
                .refusedAt(
                        "entries",
                        new Refusal.LimitReached(
                                "test-rule",
                                LimitEffect.STOP,
                                Measure.SHARE_OF_PROJECT,
                                Scene.HOTLINE_PROJECT.name(),
                                Amount.ofYuan(-25_000),
                                "25.00%",
                                "25%",
                                "市规定第一条",
                                Certainty.CONFIRMED));
    }

    @Test
    void a_share_is_reached_to_the_fen() {
        Spec spec = under(Measure.SHARE_OF_PROJECT, "25");

        assertThat(reached(spec, toNetwork(24_999)))
                .extracting(ReachedLimit::subject)
                .containsExactly("电子政务网络");
        assertThat(reached(spec, toNetwork(25_000))).hasSize(2);
        assertThat(reached(spec, toNetwork(7_499))).isEmpty();
        assertThat(reached(spec, toNetwork(7_500)))
                .extracting(ReachedLimit::found)
                .containsExactly("25.00%");
    }

    @Test
    void a_share_is_of_what_there_is_now() {
        Spec spec = under(Measure.SHARE_OF_DEPARTMENT, "10");

        assertThat(reached(spec, toNetwork(27_999))).isEmpty();
        assertThat(reached(spec, toNetwork(28_000)))
                .extracting(ReachedLimit::found)
                .containsExactly("10.00%");
    }

    @Test
    void a_share_of_a_class_counts_what_leaves_or_enters_it_in_the_end() {
        assertThat(reached(under(Measure.SHARE_OF_ECONOMIC_CLASS, "10"), toNetwork(50_000)))
                .as("within 302")
                .isEmpty();
        assertThat(reached(
                        under(Measure.SHARE_OF_ECONOMIC_CLASS, "10"),
                        shift(entry("office", office(), -18_000), entry("wage", wages(1), 18_000))))
                .extracting(ReachedLimit::subject)
                .containsExactly("301 工资福利支出", "302 商品和服务支出");
        assertThat(reached(under(Measure.SHARE_OF_FUNCTION_CLASS, "0.01"), toNetwork(50_000)))
                .isEmpty();
    }

    @Test
    void money_between_two_groups_is_measured_however_the_lines_are_cut() {
        Spec spec = under(Measure.CLASS_PAIR, "PROJECT>BASIC");

        assertThat(reached(
                        spec,
                        shift(
                                        entry("call", hotline(1), -5_000),
                                        entry("office", office(), -1_000),
                                        entry("wage", wages(1), 6_000))
                                .saying(unaffected(HOTLINE))))
                .extracting(ReachedLimit::amount)
                .containsExactly(Amount.ofYuan(5_000));
        assertThat(reached(spec, shift(entry("office", office(), -1_000), entry("wage", wages(1), 1_000))))
                .isEmpty();
        assertThat(reached(
                        under(Measure.CLASS_PAIR, "OPERATING>PERSONNEL"),
                        shift(entry("office", office(), -1_000), entry("wage", wages(1), 1_000))))
                .hasSize(1);
        assertThat(reached(
                        under(Measure.CLASS_PAIR, "dept:302>dept:301"),
                        shift(entry("office", office(), -1_000), entry("wage", wages(1), 1_000))))
                .hasSize(1);
    }

    @Test
    void money_that_changes_its_class_is_measured() {
        Classification.Expenditure school =
                money("2050803", "30216", "50203", ProjectCategory.OPERATING, OFFICE_UNIT.code());

        assertThat(reached(
                        under(Measure.CROSSES_FUNCTION_CLASS, ""),
                        shift(entry("office", office(), -1_000), entry("training", school, 1_000))))
                .extracting(ReachedLimit::subject)
                .containsExactly("201→205");
        assertThat(reached(under(Measure.CROSSES_FUNCTION_CLASS, ""), toNetwork(1_000)))
                .isEmpty();
        assertThat(reached(
                        under(Measure.CROSSES_GOVERNMENT_CLASS, ""),
                        shift(entry("office", office(), -1_000), entry("wage", wages(1), 1_000))))
                .extracting(ReachedLimit::subject)
                .containsExactly("502→501");
    }

    @Test
    void the_three_publics_are_not_raised_by_a_shift_as_the_built_in_rules_have_it() {
        given(executing())
                .when(OFFICER, submit(shift(entry("office", office(), -3_000), entry("guests", GUESTS, 3_000))))
                .refusedAt(
                        "entries",
                        new Refusal.LimitReached(
                                "three-public-virement",
                                LimitEffect.STOP,
                                Measure.THREE_PUBLIC_RISES,
                                "公务接待费",
                                Amount.ofYuan(3_000),
                                "",
                                "",
                                "“三公”经费一般不得通过调剂增加（只减不增）；待核实",
                                Certainty.UNCONFIRMED));
    }

    @Test
    void a_division_that_only_warns_of_it_lets_it_pass() {
        Limit warned = limit(Measure.THREE_PUBLIC_RISES, "", LimitEffect.WARN);

        assertThat(given(executing())
                        .under(only(warned))
                        .when(OFFICER, submit(shift(entry("office", office(), -3_000), entry("guests", GUESTS, 3_000))))
                        .events())
                .hasSize(2);
    }

    @Test
    void a_supplement_that_lifts_the_three_publics_over_the_approved_budget_has_to_say_why() {
        LedgerEvent[] budget = executing(allocated("guests", content(GUESTS, Amount.ofYuan(10_000))));
        AdjustmentScene.Request more = supplement(SupplementSource.TRANSFER, entry("guests", GUESTS, 500));

        given(budget)
                .when(OFFICER, submit(more))
                .refusedAt(
                        "acknowledged[0].text",
                        new Refusal.LimitReached(
                                "three-public-supplement",
                                LimitEffect.ACKNOWLEDGE,
                                Measure.THREE_PUBLIC_OVER_INITIAL,
                                "公务接待费",
                                Amount.ofYuan(500),
                                "10,500.00元 > 10,000.00元",
                                "",
                                "“三公”经费一般只减不增；追加后超过年初数的须说明，待核实",
                                Certainty.UNCONFIRMED));
        var said = List.of(
                new Acknowledgement("three-public-supplement", "上级会议在本市召开"), new Acknowledgement("other", "不相干"));
        AdjustmentEvent.AdjustmentRulesApplied applied =
                applied(given(budget).when(OFFICER, submit(more, said)).events());
        assertThat(applied.acknowledged()).containsExactly(said.getFirst());
        assertThat(applied.limits())
                .extracting(ReachedLimit::rule, ReachedLimit::effect)
                .containsExactly(tuple("three-public-supplement", LimitEffect.ACKNOWLEDGE));
    }

    @Test
    void after_a_reduction_there_is_room_for_the_three_publics_up_to_the_approved_budget() {
        Spec spec = given(executing(allocated("guests", content(GUESTS, Amount.ofYuan(10_000)))));
        spec = spec.and(
                OFFICER,
                spec.when(OFFICER, submit(reduction(entry("guests", GUESTS, -500))))
                        .events()
                        .toArray(LedgerEvent[]::new));
        assertThat(reached(spec, supplement(SupplementSource.TRANSFER, entry("guests", GUESTS, 500))))
                .as("the reduction is not in effect yet")
                .hasSize(1);
        spec = spec.and(
                Scene.OFFICE,
                new AdjustmentEvent.AdjustmentTookEffect(
                        BUDGET,
                        1,
                        Optional.empty(),
                        SINCE,
                        List.of(),
                        new AdjustmentPostings(
                                        1,
                                        reduction(entry("guests", GUESTS, -500)).made())
                                .moved(SINCE, SINCE, "")));
        assertThat(reached(spec, supplement(SupplementSource.TRANSFER, entry("guests", GUESTS, 500))))
                .isEmpty();
    }

    @Test
    void the_annual_cut_off_counts_from_its_day_on() {
        AdjustmentRules rules = only(limit(Measure.AFTER_DAY, "09-30", LimitEffect.STOP));
        Spec spec = given(executing()).under(rules);

        assertThat(spec.on(LocalDate.of(2025, 9, 29))
                        .when(OFFICER, submit(toNetwork(1_000)))
                        .events())
                .isNotEmpty();
        spec.on(LocalDate.of(2025, 9, 30))
                .when(OFFICER, submit(toNetwork(1_000)))
                .refusedAt(
                        "entries",
                        new Refusal.LimitReached(
                                "test-rule",
                                LimitEffect.STOP,
                                Measure.AFTER_DAY,
                                "",
                                Amount.ofYuan(1_000),
                                "2025-09-30",
                                "09-30",
                                "市规定第一条",
                                Certainty.CONFIRMED));
        assertThat(spec.on(LocalDate.of(2026, 1, 10))
                        .when(OFFICER, submit(toNetwork(1_000)))
                        .objections())
                .as("the day is one of the budget's year")
                .hasSize(1);
        assertThat(spec.on(LocalDate.of(2025, 12, 1))
                        .when(OFFICER, submit(toNetwork(1_000).of(ReasonClass.EMERGENCY)))
                        .events())
                .as("an exception")
                .isNotEmpty();
    }

    @Test
    void the_built_in_cut_off_only_warns() {
        AdjustmentEvent.AdjustmentRulesApplied applied = (AdjustmentEvent.AdjustmentRulesApplied) given(executing())
                .on(LocalDate.of(2025, 11, 1))
                .when(OFFICER, submit(toNetwork(1_000)))
                .events()
                .getLast();
        assertThat(applied.limits()).extracting(ReachedLimit::rule).containsExactly("annual-cut-off");
    }

    @Test
    void a_line_may_be_adjusted_so_often_a_year() {
        AdjustmentRules rules = only(limit(Measure.TIMES_PER_LINE, "2", LimitEffect.STOP));
        Spec spec = given(executing()).under(rules);
        for (int time = 1; time <= 2; time++) {
            spec = spec.and(
                    OFFICER,
                    spec.when(OFFICER, submit(toNetwork(1_000))).events().toArray(LedgerEvent[]::new));
        }

        assertThat(spec.when(OFFICER, submit(toNetwork(1_000))).objections())
                .extracting(Decision.Objection::refusal)
                .extracting(refusal -> ((Refusal.LimitReached) refusal).details())
                .containsExactly("call 3 > 2");
        Spec returned = spec.and(
                Scene.HEAD,
                spec.when(Scene.HEAD, new AdjustmentCommand.ReturnAdjustment(BUDGET, 2, "缺测算"))
                        .events()
                        .toArray(LedgerEvent[]::new));
        assertThat(returned.when(OFFICER, submit(toNetwork(1_000))).events())
                .as("what was returned does not count")
                .isNotEmpty();
    }

    @Test
    void a_project_that_changes_much_has_its_targets_revised_and_small_steps_add_up() {
        AdjustmentRules rules = only(limit(Measure.TARGETS_UNREVISED, "30", LimitEffect.STOP));
        Spec spec = given(executing()).under(rules);
        assertThat(spec.when(OFFICER, submit(toNetwork(9_000))).objections())
                .extracting(Decision.Objection::refusal)
                .extracting(refusal -> ((Refusal.LimitReached) refusal).details())
                .containsExactly("电子政务网络 30.00% ≥ 30%");
        spec = spec.and(
                OFFICER, spec.when(OFFICER, submit(toNetwork(5_000))).events().toArray(LedgerEvent[]::new));
        assertThat(spec.when(OFFICER, submit(toNetwork(4_000))).objections()).hasSize(1);

        AdjustmentScene.Request revising = toNetwork(4_000)
                .saying(
                        unaffected(HOTLINE),
                        new PerformanceEffect(NETWORK, Optional.of(Scene.indicators(IndicatorLevel.OUTPUT))));
        spec = spec.and(OFFICER, spec.when(OFFICER, submit(revising)).events().toArray(LedgerEvent[]::new));
        assertThat(spec.when(OFFICER, submit(toNetwork(8_000))).events())
                .as("the targets were said anew, counting begins again")
                .isNotEmpty();
    }

    @Test
    void a_limit_may_demand_more_stations_and_says_so_among_the_reasons() {
        Spec spec = given(executing()).under(only(limit(Measure.SHARE_OF_PROJECT, "50", LimitEffect.DEMAND)));

        AdjustmentPath small = path(spec, toNetwork(1_000));
        AdjustmentPath large = path(spec, toNetwork(15_000));
        assertThat(small.stations()).doesNotContain(AdjustmentStation.GOVERNMENT_DECISION);
        assertThat(large.stations())
                .containsExactly(
                        AdjustmentStation.DEPARTMENT_REVIEW,
                        AdjustmentStation.FINANCE_REVIEW,
                        AdjustmentStation.GOVERNMENT_DECISION);
        assertThat(large.because())
                .extracting(rule -> rule.rule())
                .containsExactly("path-project-shift-0", "test-rule");
        AdjustmentEvent.AdjustmentSubmitted submitted = (AdjustmentEvent.AdjustmentSubmitted)
                spec.when(OFFICER, submit(toNetwork(15_000))).events().getFirst();
        assertThat(submitted.stations()).isEqualTo(large.stations());
        assertThat(submitted.policy()).isEqualTo(large.policy());
    }

    @Test
    void a_kind_to_which_a_limit_does_not_apply_is_not_measured() {
        Limit other = new Limit(
                "test-rule",
                SINCE,
                Optional.empty(),
                Set.of(AdjustmentKind.REDUCTION),
                Amount.ofYuan(5_000),
                Measure.SHARE_OF_DEPARTMENT,
                "0.01",
                Set.of(),
                LimitEffect.WARN,
                List.of(),
                "市规定",
                true,
                1);
        Spec spec = given(executing()).under(only(other));

        assertThat(reached(spec, toNetwork(50_000))).isEmpty();
        assertThat(reached(spec, reduction(entry("wage", wages(1), -4_999)))).isEmpty();
        assertThat(reached(spec, reduction(entry("wage", wages(1), -5_000)))).hasSize(1);
    }

    @Test
    void what_takes_back_is_not_measured_and_goes_to_everybody_who_decided_on_it() {
        AdjustmentRules rules = only(limit(Measure.SHARE_OF_PROJECT, "50", LimitEffect.DEMAND));
        Spec spec = given(executing()).under(rules);
        spec = spec.and(
                OFFICER, spec.when(OFFICER, submit(toNetwork(15_000))).events().toArray(LedgerEvent[]::new));
        spec = spec.and(
                Scene.OFFICE,
                new AdjustmentEvent.AdjustmentTookEffect(
                        BUDGET,
                        1,
                        Optional.empty(),
                        SINCE,
                        List.of(),
                        new AdjustmentPostings(1, toNetwork(15_000).made()).moved(SINCE, SINCE, "")));

        AdjustmentEvent.AdjustmentSubmitted back = (AdjustmentEvent.AdjustmentSubmitted)
                spec.when(OFFICER, new AdjustmentCommand.ReverseAdjustment(BUDGET, 1, "记错", AdjustmentScene.DAY))
                        .events()
                        .getFirst();
        assertThat(back.stations()).contains(AdjustmentStation.GOVERNMENT_DECISION);
    }

    @Test
    void the_law_holds_whatever_the_rules_say() {
        AdjustmentRules careless = new AdjustmentRules(
                AdjustmentRules.shipped().paths().stream()
                        .map(rule -> new AdjustmentRule(
                                rule.from(),
                                rule.to(),
                                rule.kind(),
                                rule.least(),
                                true,
                                List.of(AdjustmentStation.DEPARTMENT_REVIEW),
                                false,
                                rule.basis(),
                                true,
                                1))
                        .toList(),
                List.of());
        Spec spec = given(executing()).under(careless);

        assertThat(path(spec, supplement(SupplementSource.RESERVE, entry("wage", wages(1), 1)))
                        .stations())
                .contains(AdjustmentStation.GOVERNMENT_DECISION);
        assertThat(path(spec, supplement(SupplementSource.REVISION, entry("wage", wages(1), 1)))
                        .stations())
                .contains(AdjustmentStation.STANDING_COMMITTEE);
    }

    private static AdjustmentPath path(Spec spec, AdjustmentScene.Request request) {
        return PathRules.of(spec.policy(), LocalDate.of(2025, 3, 31), spec.budget(), request.made(), false)
                .orElseThrow();
    }

    @Test
    void a_supplement_without_a_source_has_no_way_yet() {
        Spec spec = given(executing());
        var unsaid =
                supplement(SupplementSource.RESERVE, entry("wage", wages(1), 1)).from(Optional.empty());

        assertThat(PathRules.of(spec.policy(), LocalDate.of(2025, 3, 31), spec.budget(), unsaid.made(), false))
                .isEmpty();
    }
}
