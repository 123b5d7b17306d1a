package org.mingzhang.command.budget;

import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.HOTLINE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.IndicatorResult;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.Outlook;
import org.mingzhang.kernel.value.QualityLevel;

/** The hotline with 100,000 yuan and four targets, one of them in words. */
final class PerformanceScene {
    static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 20);
    static final List<Indicator> TARGETS = List.of(
            new Indicator(IndicatorLevel.COST, "", "项目成本", "≤10万元", ""),
            new Indicator(IndicatorLevel.OUTPUT, "", "事件办结率", "≥93%", ""),
            new Indicator(IndicatorLevel.BENEFIT, "", "市民参与热情", "明显提升", ""),
            new Indicator(IndicatorLevel.SATISFACTION, "", "回访满意度", "≥95%", ""));

    private PerformanceScene() {}

    static Spec executing() {
        return Spec.given(
                AdjustmentScene.executing(new TargetEvent.ProjectTargetsSet(BUDGET, HOTLINE, List.of(), TARGETS, "")));
    }

    /** 95,000 of the 100,000 yuan are paid, and the year is over. */
    static Spec spent(long call, long line) {
        Spec spec = executing();
        for (ExecutionCommand paid : List.of(
                YearScene.record(YearScene.MARCH, "call", YearScene.paid(call)),
                YearScene.record(YearScene.MARCH, "line", YearScene.paid(line)))) {
            spec = YearScene.then(spec, Scene.DEPARTMENT, paid);
        }
        return spec.on(NEW_YEAR);
    }

    static PerformanceCommand monitor(List<IndicatorProgress> progress) {
        return new PerformanceCommand.MonitorPerformance(
                BUDGET, Optional.of(HOTLINE), YearMonth.of(2025, 3), progress, MonitoringAction.CONTINUE, "");
    }

    static List<IndicatorProgress> onCourse() {
        return TARGETS.stream()
                .map(target -> new IndicatorProgress(
                        target.level1(), target.name(), "正常", Optional.empty(), Outlook.CERTAIN, "", ""))
                .toList();
    }

    static PerformanceCommand evaluate(List<IndicatorResult> results) {
        return evaluate(results, "");
    }

    static PerformanceCommand evaluate(List<IndicatorResult> results, String executionReason) {
        return new PerformanceCommand.SelfEvaluate(BUDGET, Optional.of(HOTLINE), results, executionReason, "");
    }

    /** All of it, in words too. */
    static List<IndicatorResult> reached() {
        return List.of(
                result(0, "9.5万元", ""),
                result(1, "95%", ""),
                inWords(QualityLevel.REACHED, 100, ""),
                result(3, "96%", ""));
    }

    static IndicatorResult result(int target, String actual, String reason) {
        return new IndicatorResult(
                TARGETS.get(target).level1(),
                TARGETS.get(target).name(),
                Optional.empty(),
                actual,
                Optional.empty(),
                Optional.empty(),
                reason,
                "");
    }

    static IndicatorResult inWords(QualityLevel level, int share, String reason) {
        return new IndicatorResult(
                IndicatorLevel.BENEFIT,
                "市民参与热情",
                Optional.empty(),
                "提升",
                Optional.of(level),
                Optional.of(share),
                reason,
                "");
    }

    /** The same results with weights in hundredths of a point. */
    static List<IndicatorResult> weighing(int... weights) {
        List<IndicatorResult> results = reached();
        return Stream.iterate(0, at -> at < results.size(), at -> at + 1)
                .map(at -> {
                    IndicatorResult one = results.get(at);
                    return new IndicatorResult(
                            one.level1(),
                            one.name(),
                            at < weights.length ? Optional.of(weights[at]) : Optional.empty(),
                            one.actual(),
                            one.quality(),
                            one.share(),
                            one.reason(),
                            one.improvement());
                })
                .toList();
    }
}
