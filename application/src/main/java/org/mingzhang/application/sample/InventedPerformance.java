package org.mingzhang.application.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Content;
import org.mingzhang.command.budget.LineBalance;
import org.mingzhang.command.budget.PerformanceCommand;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.IndicatorProgress;
import org.mingzhang.kernel.value.IndicatorResult;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.Outlook;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.QualityLevel;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.TargetValue;

/** What became of the invented year's targets: most were reached exactly, some were not and say why. */
final class InventedPerformance {
    private static final ProjectCode PLATFORM = new ProjectCode("411200260000000000001");
    private static final String INVENTED = SampleDocuments.INVENTED;

    /** What was reached of the department's own targets that the ledger works out, as it works them out. */
    private static final Map<String, String> OF_THE_LEDGER =
            Map.of("预算执行率", "98.80%", "预算调整率", "0.09%", "结转结余率", "1.20%", "“三公经费”控制率", "96.26%", "政府采购执行率", "95%");

    private static final Map<String, Shortfall> SHORTFALLS = Map.of(
            "事件办结率",
            new Shortfall("94.2%", "下半年话务量高于预期", "增加坐席，完善转办督办"),
            "“三公经费”控制率",
            new Shortfall("96.26%", "公务用车维修集中在下半年", "按季度控制用车支出"),
            "建设完成及时性",
            new Shortfall("验收推迟至次年一季度", "部分部门接口改造滞后", "明确接口改造时限"));

    private final SampleDesk desk;

    InventedPerformance(SampleDesk desk) {
        this.desk = desk;
    }

    /** What falls short of its target. */
    private record Shortfall(String actual, String reason, String remedy) {}

    /** All projects and the department as a whole, through that month. */
    void monitored(int month, String day) {
        YearMonth through = YearMonth.of(desk.budget().year().value(), month);
        List<BudgetCommand> commands = new ArrayList<>();
        judged(current().content()).forEach((project, targets) -> {
            List<IndicatorProgress> progress =
                    targets.stream().map(InventedPerformance::progress).toList();
            boolean certain = progress.stream().allMatch(one -> one.outlook() == Outlook.CERTAIN);
            commands.add(new PerformanceCommand.MonitorPerformance(
                    desk.budget(),
                    project,
                    through,
                    progress,
                    certain ? MonitoringAction.CONTINUE : MonitoringAction.CORRECT,
                    "绩效监控" + INVENTED));
        });
        done(day, "monitoring-" + month, commands);
    }

    private static IndicatorProgress progress(Indicator target) {
        Optional<Shortfall> fallen = Optional.ofNullable(SHORTFALLS.get(target.name()));
        return new IndicatorProgress(
                target.level1(),
                target.name(),
                fallen.isPresent() ? "进度偏慢" : "按进度完成",
                Optional.of(fallen.isPresent() ? "略低于目标" : "达到目标"),
                fallen.isPresent() ? Outlook.POSSIBLE : Outlook.CERTAIN,
                fallen.map(one -> one.reason() + INVENTED).orElse(""),
                fallen.map(one -> one.remedy() + INVENTED).orElse(""));
    }

    /** The same when the year is over. */
    void evaluated(String day) {
        Budget budget = current();
        List<BudgetCommand> commands = new ArrayList<>();
        judged(budget.content())
                .forEach((project, targets) -> commands.add(new PerformanceCommand.SelfEvaluate(
                        desk.budget(),
                        project,
                        targets.stream()
                                .map(target -> result(budget, project, targets, target))
                                .toList(),
                        project.equals(Optional.of(PLATFORM)) ? "尾款待验收后支付，余额结转下年" + INVENTED : "",
                        "绩效自评" + INVENTED)));
        done(day, "self-evaluation", commands);
    }

    private static IndicatorResult result(
            Budget budget, Optional<ProjectCode> project, List<Indicator> targets, Indicator target) {
        Optional<Shortfall> fallen = Optional.ofNullable(SHORTFALLS.get(target.name()));
        boolean words = TargetValue.parse(target.target()) instanceof TargetValue.Words;
        boolean partly = words && fallen.isPresent();
        return new IndicatorResult(
                target.level1(),
                target.name(),
                Optional.empty(),
                fallen.map(Shortfall::actual).orElseGet(() -> reached(budget, project, targets, target)),
                words ? Optional.of(partly ? QualityLevel.PARTLY : QualityLevel.REACHED) : Optional.empty(),
                words ? Optional.of(partly ? 70 : 100) : Optional.empty(),
                fallen.map(one -> one.reason() + INVENTED).orElse(""),
                fallen.map(one -> one.remedy() + INVENTED).orElse(""));
    }

    /** The only cost of a project is what was spent on it; everything else came to what was demanded. */
    private static String reached(
            Budget budget, Optional<ProjectCode> project, List<Indicator> targets, Indicator target) {
        boolean cost = project.isPresent()
                && isMoney(target)
                && targets.stream().filter(InventedPerformance::isMoney).count() == 1;
        return cost
                ? AmountUnit.WAN_YUAN.plain(spent(budget, project)) + "万元"
                : OF_THE_LEDGER.getOrDefault(target.name(), target.target().replaceFirst("^[≥≤＞＜>=<]+", ""));
    }

    private static boolean isMoney(Indicator target) {
        return target.level1() == IndicatorLevel.COST
                && TargetValue.parse(target.target()) instanceof TargetValue.Quantity number
                && number.money().isPresent();
    }

    private static Amount spent(Budget budget, Optional<ProjectCode> project) {
        return Amount.sum(budget.execution()
                .balances()
                .values()
                .filter(balance -> balance.classification().project().equals(project))
                .map((LineBalance balance) -> balance.of(Stage.EXECUTED))
                .toList());
    }

    private static Map<Optional<ProjectCode>, List<Indicator>> judged(Content content) {
        Map<Optional<ProjectCode>, List<Indicator>> judged = new LinkedHashMap<>();
        judged.put(Optional.empty(), content.overallTargets());
        content.projectTargets().entries().forEach(one -> judged.put(Optional.of(one.key()), one.value()));
        return judged;
    }

    private Budget current() {
        return desk.commands().current(desk.budget()).budget();
    }

    private void done(String day, String step, List<BudgetCommand> commands) {
        desk.done(SampleDocuments.MAKER, day, step, new BudgetCommand.Batch(desk.budget(), commands));
    }
}
