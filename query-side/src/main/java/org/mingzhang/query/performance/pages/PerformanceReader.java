package org.mingzhang.query.performance.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.policy.ScoringRules;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.performance.FigureReader;
import org.mingzhang.query.performance.Figures;
import org.mingzhang.query.performance.LiveIndicators;
import org.mingzhang.query.performance.ReleasedStages;
import org.mingzhang.query.performance.TargetFinding;
import org.mingzhang.query.performance.TargetFindings;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.stereotype.Component;

/** Reads the performance of a budget as whoever asks may see it. */
@Component
class PerformanceReader {
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final BudgetShelf shelf;
    private final FigureReader figures;
    private final TargetFindings findings;
    private final FactReader facts;
    private final Clock clock;

    PerformanceReader(BudgetShelf shelf, FigureReader figures, TargetFindings findings, FactReader facts, Clock clock) {
        this.facts = facts;
        this.shelf = shelf;
        this.figures = figures;
        this.findings = findings;
        this.clock = clock;
    }

    /** @param staff whether it is read by those who work on it */
    record Read(OpenedBudget budget, boolean staff, PerformanceView view) {}

    Read read(String id, TableQuestion question) {
        OpenedBudget budget = shelf.openWithAccounts(id, TableBasis.ADJUSTED, question.asOf(), question.scope());
        if (question.scope()
                .unit()
                .filter(unit -> budget.facts().unit(unit).isEmpty())
                .isPresent()) {
            throw new PageNotFound();
        }
        Figures found =
                figures.read(budget.id(), budget.moment(), question.scope()).orElseThrow(PageNotFound::new);
        boolean staff = shelf.isStaff(budget.id(), question.scope());
        LocalDate day = day(question.asOf());
        List<TargetFinding> hints = staff ? findings.of(found, budget.moment(), day) : List.of();
        ReadTargets targets = new ReadTargets(ScoringRules.inForceOn(day));
        ReleasedStages released = staff ? ReleasedStages.ALL : ReleasedStages.of(facts, budget.id(), budget.position());
        PartLinks links = new PartLinks(budget, question, staff);
        return new Read(
                budget,
                staff,
                new PerformanceView(
                        budget.id().toString(),
                        question.scope().key(),
                        budget.position(),
                        found.closed(),
                        LiveIndicators.of(found, day).stream()
                                .map(indicator -> released.covers(indicator.formula())
                                        ? indicator
                                        : indicator.withheld("live.unknown.unreleased"))
                                .map(indicator -> ToldIndicator.of(indicator, question.unit(), links))
                                .toList(),
                        projects(found, hints, question, targets, released),
                        targets.of(found.adjusted().overallTargets(), true),
                        hints));
    }

    private static List<PerformanceView.ProjectTargets> projects(
            Figures found,
            List<TargetFinding> hints,
            TableQuestion question,
            ReadTargets targets,
            ReleasedStages released) {
        List<PerformanceView.ProjectTargets> rows = new ArrayList<>();
        for (Project project : found.adjusted().projects()) {
            Amount budgeted = released.adjusted()
                    ? found.budgetedOf(project.code())
                    : found.initialOf().getOrDefault(project.code(), Amount.ZERO);
            Optional<Amount> executed = released.executed()
                    ? Optional.of(found.executedOf().getOrDefault(project.code(), Amount.ZERO))
                    : Optional.empty();
            rows.add(new PerformanceView.ProjectTargets(
                    project.code().value(),
                    project.name(),
                    project.unit().value(),
                    budgeted.fen(),
                    question.unit().print(budgeted),
                    executed.map(Amount::fen),
                    executed.map(question.unit()::print).orElse(""),
                    executed.map(paid -> ToldIndicator.percent(paid, budgeted)).orElse(""),
                    targets.of(found.adjusted().projectTargets().getOrDefault(project.code(), List.of()), false),
                    hints.stream()
                            .filter(hint -> hint.kind().isWarning()
                                    && hint.project().equals(project.code().value()))
                            .count()));
        }
        return rows;
    }

    /** The day whose rules count: of the instant that was asked for, or today. */
    private LocalDate day(AsOf asked) {
        return asked.day()
                .or(() -> asked.instant()
                        .map(instant -> instant.atZone(BUSINESS_DAYS).toLocalDate()))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS));
    }
}
