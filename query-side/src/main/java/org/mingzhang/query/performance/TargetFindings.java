package org.mingzhang.query.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.MoneySinceTargets;
import org.mingzhang.query.performance.TargetFinding.Kind;

/** Everything about the targets of a budget that does not fit, with themselves and with the money. */
public final class TargetFindings {
    private final MoneySinceTargets since;

    TargetFindings(MoneySinceTargets since) {
        this.since = since;
    }

    /** Of the department as a whole first, then project by project. */
    public List<TargetFinding> of(Figures figures, Moment moment, LocalDate day) {
        List<TargetFinding> found =
                new ArrayList<>(TargetLints.of("", figures.adjusted().overallTargets(), Optional.empty()));
        Map<ProjectCode, Amount> moved = since.of(figures.adjusted().header().id(), moment);
        for (Project project : figures.adjusted().projects()) {
            Amount budgeted = figures.budgetedOf(project.code());
            found.addAll(ofList(figures, project));
            moved(project.code(), budgeted, moved, day).ifPresent(found::add);
        }
        return found;
    }

    /** Of one project. */
    public List<TargetFinding> ofProject(
            BudgetId budget,
            Moment moment,
            ProjectCode project,
            List<Indicator> indicators,
            Amount budgeted,
            LocalDate day) {
        List<TargetFinding> found = new ArrayList<>(TargetLints.of(project.value(), indicators, Optional.of(budgeted)));
        moved(project, budgeted, since.of(budget, moment), day).ifPresent(found::add);
        return found;
    }

    /** What the lists alone say beside the money, without what was moved when: pure, for what would be. */
    public static List<TargetFinding> ofLists(Figures figures) {
        return figures.adjusted().projects().stream()
                .flatMap(project -> ofList(figures, project).stream())
                .toList();
    }

    private static List<TargetFinding> ofList(Figures figures, Project project) {
        return TargetLints.of(
                project.code().value(),
                figures.adjusted().projectTargets().getOrDefault(project.code(), List.of()),
                Optional.of(figures.budgetedOf(project.code())));
    }

    /** A little may be moved without another aim; from which share on it is told is the rule that warns on the form. */
    private static Optional<TargetFinding> moved(
            ProjectCode project, Amount budgeted, Map<ProjectCode, Amount> all, LocalDate day) {
        Amount moved = all.getOrDefault(project, Amount.ZERO);
        Amount before = budgeted.minus(moved);
        if (moved.isZero() || before.isZero()) {
            return Optional.empty();
        }
        BigDecimal percent = BigDecimal.valueOf(moved.fen())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(before.fen()), 2, RoundingMode.HALF_UP);
        boolean much = AdjustmentRules.shipped().on(day).limits().stream()
                .filter(limit -> limit.measure() == Measure.TARGETS_UNREVISED)
                .anyMatch(limit -> percent.abs().compareTo(new BigDecimal(limit.bound())) >= 0);
        return Optional.of(new TargetFinding(
                much ? Kind.MONEY_MOVED_SINCE : Kind.MONEY_MOVED_A_LITTLE,
                project.value(),
                0,
                "",
                "",
                List.of(AmountUnit.WAN_YUAN.print(moved), percent.toPlainString(), AmountUnit.WAN_YUAN.print(before))));
    }
}
