package org.mingzhang.query.facts;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.AttachmentRole;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.MonthFigures;
import org.mingzhang.kernel.value.Outlook;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ScoredIndicator;
import org.mingzhang.kernel.value.TargetChange;

/** What happens while the budget is carried out, by chance. */
final class RandomYear {
    private final RandomValues some;

    RandomYear(RandomValues some) {
        this.some = some;
    }

    BudgetEvent adjustment(BudgetId budget) {
        int number = some.random().nextInt(1, 4);
        List<Posting> postings = some.postings(some.lineKey("行"), false);
        return switch (some.random().nextInt(9)) {
            case 8 -> new AdjustmentEvent.ProjectTakenOver(budget, number, some.project(), some.indicators());
            case 7 ->
                new AdjustmentEvent.CounterpartLinked(
                        budget, number, new AdjustmentRef(budget, number), some.word("局"), true, List.of());
            case 4 -> new AdjustmentEvent.ProjectAdjustmentAsked(budget, number, some.project(), some.project());
            case 5 -> new AdjustmentEvent.ProjectAdjusted(budget, number, some.project(), some.project());
            case 3 -> new AdjustmentEvent.AdjustmentRulesApplied(budget, number, List.of(), List.of(), List.of());
            case 6 ->
                new AdjustmentEvent.AttachmentAdded(
                        budget,
                        number,
                        some.pick(AttachmentRole.values()),
                        new Attachment(some.word("附件"), "application/pdf", 1_000, "0f".repeat(32)));
            case 0 -> new AdjustmentEvent.AdjustmentWithdrawn(budget, number, "撤回", postings);
            case 1 ->
                new AdjustmentEvent.AdjustmentReviewed(
                        budget, number, AdjustmentStation.DEPARTMENT_REVIEW, Optional.empty(), some.word("意见"));
            default ->
                new AdjustmentEvent.AdjustmentTookEffect(
                        budget,
                        number,
                        Optional.of(RandomHistory.BASIS),
                        RandomHistory.DAY,
                        List.of(new TargetChange(some.projectCode(), List.of(), some.indicators())),
                        postings);
        };
    }

    BudgetEvent execution(BudgetId budget) {
        LineKey key = some.lineKey("行");
        YearMonth month = YearMonth.of(2025, some.random().nextInt(1, 13));
        MonthFigures figures = new MonthFigures(some.amount(), Amount.ZERO, Optional.empty());
        return switch (some.random().nextInt(6)) {
            case 0 ->
                new ExecutionEvent.LineFrozen(
                        budget,
                        key,
                        some.amount(),
                        Optional.empty(),
                        "压减",
                        Optional.empty(),
                        some.postings(key, false));
            case 1 ->
                new ExecutionEvent.LineClosed(
                        budget,
                        key,
                        some.amount(),
                        some.amount(),
                        some.pick(ClosingGround.values()),
                        some.postings(key, false));
            case 2 -> new ExecutionEvent.CarryOverStated(budget, key, some.amount(), some.word("说明"));
            case 3 ->
                new AccountsEvent.AccountsPassed(
                        budget,
                        some.pick(AccountsStage.values()),
                        RandomHistory.DAY,
                        Optional.of(RandomHistory.BASIS),
                        some.word("意见"),
                        0);
            default ->
                new ExecutionEvent.ExecutionRecorded(
                        budget,
                        key,
                        month,
                        some.random().nextBoolean() ? Optional.of(figures) : Optional.empty(),
                        figures,
                        RandomHistory.BASIS,
                        some.word("理由"),
                        some.postings(key, false));
        };
    }

    /** Months and projects are few, so that a later one often takes the place of an earlier. */
    BudgetEvent performance(BudgetId budget) {
        Optional<ProjectCode> project =
                some.random().nextBoolean() ? Optional.of(some.projectCode()) : Optional.empty();
        if (some.random().nextBoolean()) {
            return new PerformanceEvent.PerformanceMonitored(
                    budget,
                    project,
                    YearMonth.of(2025, some.random().nextInt(1, 4)),
                    some.amount(),
                    some.amount(),
                    some.indicators().stream().map(this::progress).toList(),
                    some.pick(MonitoringAction.values()),
                    some.word("意见"));
        }
        return new PerformanceEvent.PerformanceSelfEvaluated(
                budget,
                project,
                "self-evaluation-2021",
                some.amount(),
                some.amount(),
                1_000,
                some.random().nextInt(1_001),
                some.word("原因"),
                some.indicators().stream().map(this::scored).toList(),
                some.random().nextInt(10_001),
                "良",
                some.word("意见"));
    }

    private IndicatorProgress progress(Indicator target) {
        return new IndicatorProgress(
                target.level1(),
                target.name(),
                "90%",
                some.random().nextBoolean() ? Optional.of("97%") : Optional.empty(),
                some.pick(Outlook.values()),
                some.word("原因"),
                some.word("措施"));
    }

    private ScoredIndicator scored(Indicator target) {
        return new ScoredIndicator(
                target.level1(),
                target.name(),
                target.target(),
                "90%",
                1_000,
                some.random().nextInt(1_001),
                some.word("原因"),
                "");
    }
}
