package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.PerformanceScene.NEW_YEAR;
import static org.mingzhang.command.budget.PerformanceScene.evaluate;
import static org.mingzhang.command.budget.PerformanceScene.executing;
import static org.mingzhang.command.budget.PerformanceScene.inWords;
import static org.mingzhang.command.budget.PerformanceScene.monitor;
import static org.mingzhang.command.budget.PerformanceScene.onCourse;
import static org.mingzhang.command.budget.PerformanceScene.reached;
import static org.mingzhang.command.budget.PerformanceScene.result;
import static org.mingzhang.command.budget.PerformanceScene.spent;
import static org.mingzhang.command.budget.PerformanceScene.weighing;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.HOTLINE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.IndicatorResult;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.Outlook;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.QualityLevel;

class PerformanceDecisionsTest {
    @Test
    void monitoring_keeps_the_progress_with_the_money_that_the_ledger_knows() {
        Spec spec = YearScene.then(
                executing(), Scene.DEPARTMENT, YearScene.record(YearScene.MARCH, "call", YearScene.paid(30_000)));

        assertThat(spec.when(Scene.OFFICER, monitor(onCourse())).events())
                .containsExactly(new PerformanceEvent.PerformanceMonitored(
                        BUDGET,
                        Optional.of(HOTLINE),
                        YearMonth.of(2025, 3),
                        Amount.ofYuan(100_000),
                        Amount.ofYuan(30_000),
                        onCourse(),
                        MonitoringAction.CONTINUE,
                        ""));
    }

    @Test
    void what_may_not_be_reached_needs_a_reason_and_a_correction() {
        assertThat(against(
                        executing(),
                        monitor(with(new IndicatorProgress(
                                IndicatorLevel.OUTPUT, "事件办结率", "60%", Optional.of("92%"), Outlook.POSSIBLE, "", "")))))
                .containsExactly(
                        "progress[1].reason " + new Refusal.DeviationUnexplained("事件办结率", "≥93%", "60%"),
                        "progress[1].correction " + new Refusal.CorrectionMissing("事件办结率"));
        assertThat(executing()
                        .when(
                                Scene.OFFICER,
                                monitor(with(new IndicatorProgress(
                                        IndicatorLevel.OUTPUT,
                                        "事件办结率",
                                        "60%",
                                        Optional.of("92%"),
                                        Outlook.POSSIBLE,
                                        "人手不足",
                                        "增加坐席"))))
                        .events())
                .hasSize(1);
    }

    @Test
    void progress_of_a_target_that_never_was_is_refused_and_names_it() {
        List<IndicatorProgress> more = new ArrayList<>(onCourse());
        more.add(new IndicatorProgress(IndicatorLevel.OUTPUT, "接听次数", "1次", Optional.empty(), Outlook.CERTAIN, "", ""));
        assertThat(against(executing(), monitor(more)))
                .containsExactly("progress[4].name " + new Refusal.TargetNever(IndicatorLevel.OUTPUT, "接听次数"));
    }

    @Test
    void a_target_that_is_named_twice_or_left_out_is_refused() {
        List<IndicatorProgress> twice = new ArrayList<>(onCourse());
        twice.set(3, twice.get(0));
        assertThat(against(executing(), monitor(twice)))
                .containsExactly(
                        "progress[3].name " + new Refusal.ResultTwice(IndicatorLevel.COST, "项目成本"),
                        "progress " + new Refusal.ResultMissing(IndicatorLevel.SATISFACTION, "回访满意度"));
    }

    @Test
    void a_month_of_another_year_or_one_that_has_not_begun_is_refused() {
        assertThat(against(executing(), through(YearMonth.of(2024, 12))))
                .containsExactly(
                        "through " + new Refusal.MonthOfAnotherYear(YearMonth.of(2024, 12), new FiscalYear(2025)));
        assertThat(against(executing(), through(YearMonth.of(2025, 4))))
                .containsExactly("through " + new Refusal.MonthAhead(YearMonth.of(2025, 4), YearMonth.of(2025, 3)));
    }

    @Test
    void a_project_that_is_not_there_and_one_without_targets_cannot_be_judged() {
        ProjectCode nowhere = new ProjectCode("41120025000000099999");
        assertThat(against(
                        executing(),
                        new PerformanceCommand.MonitorPerformance(
                                BUDGET,
                                Optional.of(nowhere),
                                YearMonth.of(2025, 3),
                                List.of(),
                                MonitoringAction.CONTINUE,
                                "")))
                .containsExactly("project " + new Refusal.ProjectUnknown(nowhere));
        assertThat(against(
                        executing(),
                        new PerformanceCommand.MonitorPerformance(
                                BUDGET,
                                Optional.empty(),
                                YearMonth.of(2025, 3),
                                List.of(),
                                MonitoringAction.CONTINUE,
                                "")))
                .containsExactly("project " + new Refusal.NoTargetsToJudge(""));
    }

    @Test
    void a_self_evaluation_scores_execution_and_every_target_by_the_rules_of_the_day() {
        PerformanceEvent.PerformanceSelfEvaluated event = evaluated(spent(80_000, 15_000), reached());

        assertThat(event.rules()).isEqualTo("self-evaluation-2021");
        assertThat(event.executionScore()).as("95 % of 10 points").isEqualTo(950);
        assertThat(event.scores().stream().map(score -> score.weight() + "/" + score.score()))
                .containsExactly("2000/2000", "4000/4000", "2000/2000", "1000/1000");
        assertThat(event.total()).isEqualTo(9_950);
        assertThat(event.grade()).isEqualTo("优");
    }

    @Test
    void what_was_not_reached_gets_its_part_and_needs_a_reason() {
        List<IndicatorResult> fallenShort = List.of(
                result(0, "12.5万元", "材料涨价"),
                result(1, "46.5%", "人手不足"),
                inWords(QualityLevel.PARTLY, 70, "宣传不够"),
                result(3, "96%", ""));
        PerformanceEvent.PerformanceSelfEvaluated event = evaluated(spent(80_000, 15_000), fallenShort);
        assertThat(event.scores().stream().map(score -> score.score())).containsExactly(1_600, 2_000, 1_400, 1_000);
        assertThat(event.total()).isEqualTo(950 + 6_000);
        assertThat(event.grade()).isEqualTo("中");

        List<IndicatorResult> silent = new ArrayList<>(fallenShort);
        silent.set(1, result(1, "46.5%", ""));
        assertThat(against(spent(80_000, 15_000), evaluate(silent)))
                .containsExactly("results[1].reason " + new Refusal.DeviationUnexplained("事件办结率", "≥93%", "46.5%"));
    }

    @Test
    void weights_that_do_not_sum_are_refused_with_both_sums() {
        assertThat(against(spent(80_000, 15_000), evaluate(weighing(2_000, 4_000, 2_000, 999))))
                .containsExactly("results " + new Refusal.WeightsNotWhole("89.99", "90.00"));
        assertThat(against(spent(80_000, 15_000), evaluate(weighing(5_000, 4_000))))
                .containsExactly("results " + new Refusal.WeightsPartly(2, 4));
        assertThat(evaluated(spent(80_000, 15_000), weighing(9_000, 0, 0, 0)).total())
                .isEqualTo(9_950);
    }

    @Test
    void a_value_that_cannot_be_compared_and_words_without_a_level_are_refused() {
        List<IndicatorResult> results = new ArrayList<>(reached());
        results.set(1, result(1, "很好", ""));
        results.set(2, result(2, "提升", ""));
        assertThat(against(spent(80_000, 15_000), evaluate(results)))
                .containsExactly(
                        "results[1].actual " + new Refusal.ActualIncomparable("事件办结率", "≥93%", "很好"),
                        "results[2].quality " + new Refusal.QualityMissing("市民参与热情", "明显提升"));
    }

    @Test
    void a_share_outside_of_its_level_is_refused_with_what_the_level_allows() {
        List<IndicatorResult> results = new ArrayList<>(reached());
        results.set(2, inWords(QualityLevel.PARTLY, 90, "宣传不够"));
        assertThat(against(spent(80_000, 15_000), evaluate(results)))
                .containsExactly("results[2].share " + new Refusal.ShareOutside("市民参与热情", 90, 60, 80));
    }

    @Test
    void execution_is_compared_exactly_and_never_printed_as_what_it_falls_short_of() {
        assertThat(against(spent(80_000, 9_999), evaluate(reached())))
                .containsExactly("executionReason " + new Refusal.ExecutionUnexplained("89.99", "90"));
        assertThat(spent(80_000, 10_000)
                        .when(Scene.OFFICER, evaluate(reached()))
                        .events())
                .hasSize(1);
    }

    @Test
    void less_execution_than_the_rules_take_for_granted_needs_a_reason() {
        assertThat(against(spent(60_000, 10_000), evaluate(reached())))
                .containsExactly("executionReason " + new Refusal.ExecutionUnexplained("70.00", "90"));
        assertThat(spent(60_000, 10_000)
                        .when(Scene.OFFICER, evaluate(reached(), "尾款未付"))
                        .events())
                .hasSize(1);
    }

    @Test
    void nobody_evaluates_a_year_that_is_not_over() {
        assertThat(against(executing(), evaluate(reached())))
                .containsExactly(
                        " " + new Refusal.EvaluationEarly(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 12, 31)));
    }

    @Test
    void where_there_was_nothing_to_execute_the_targets_count_for_all() {
        Spec spec = Spec.given(Scene.approvedWith(
                        Scene.registered(Scene.HOTLINE_PROJECT),
                        new TargetEvent.ProjectTargetsSet(BUDGET, HOTLINE, List.of(), PerformanceScene.TARGETS, "")))
                .on(NEW_YEAR);
        PerformanceEvent.PerformanceSelfEvaluated event = evaluated(spec, reached());
        assertThat(event.executionWeight()).isZero();
        assertThat(event.total()).isEqualTo(10_000);
    }

    private static PerformanceEvent.PerformanceSelfEvaluated evaluated(Spec spec, List<IndicatorResult> results) {
        return (PerformanceEvent.PerformanceSelfEvaluated)
                spec.when(Scene.OFFICER, evaluate(results)).events().getFirst();
    }

    private static PerformanceCommand through(YearMonth month) {
        return new PerformanceCommand.MonitorPerformance(
                BUDGET, Optional.of(HOTLINE), month, onCourse(), MonitoringAction.CONTINUE, "");
    }

    private static List<IndicatorProgress> with(IndicatorProgress second) {
        List<IndicatorProgress> progress = new ArrayList<>(onCourse());
        progress.set(1, second);
        return progress;
    }

    private static List<String> against(Spec spec, BudgetCommand command) {
        assertThat(spec.when(Scene.OFFICER, command).decision()).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) spec.when(Scene.OFFICER, command).decision())
                .objections().stream()
                        .map(objection -> objection.field() + " " + objection.refusal())
                        .toList();
    }
}
