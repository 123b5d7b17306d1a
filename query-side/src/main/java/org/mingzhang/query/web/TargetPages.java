package org.mingzhang.query.web;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.StatedPerformance;
import org.mingzhang.query.performance.TargetLints;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Performance targets, of the department and of a project: one form with a row for each indicator. */
@Controller
class TargetPages {
    private static final int SPARE_ROWS = 5;

    private final WorkDesk desk;
    private final BudgetShelf shelf;
    private final StatedPerformance stated;

    TargetPages(WorkDesk desk, BudgetShelf shelf, FactReader facts) {
        this.desk = desk;
        this.shelf = shelf;
        this.stated = new StatedPerformance(facts);
    }

    @GetMapping("/prepare/{id}/targets")
    String overall(@PathVariable String id, Model model) {
        OpenedBudget budget = desk.open(id, model);
        model.addAttribute("project", Optional.empty());
        model.addAttribute("lastYear", budget.only().isEmpty() ? lastYear(budget, "") : Optional.empty());
        List<Indicator> indicators = budget.facts().overallTargets();
        model.addAttribute("hints", TargetLints.of("", indicators, Optional.empty()));
        return form(indicators, model);
    }

    @GetMapping("/prepare/{id}/projects/targets")
    String ofProject(@PathVariable String id, @RequestParam String project, Model model) {
        OpenedBudget budget = desk.open(id, model);
        Project found = budget.facts().projects().stream()
                .filter(candidate -> candidate.code().value().equals(project))
                .findFirst()
                .orElseThrow(PageNotFound::new);
        model.addAttribute("project", Optional.of(found));
        model.addAttribute("lastYear", lastYear(budget, project));
        List<Indicator> indicators = budget.facts().projectTargets().getOrDefault(found.code(), List.of());
        model.addAttribute("hints", TargetLints.of(project, indicators, Optional.of(drafted(budget, found))));
        return form(indicators, model);
    }

    /**
     * What last year's targets came to, as whoever asks may read that year at the instant of the page: results are used for
     * the following draft (实施条例 art. 20).
     *
     * @param project blank for the department as a whole
     */
    private Optional<Facts.EvaluationFact> lastYear(OpenedBudget budget, String project) {
        BudgetId now = budget.id();
        BudgetId last =
                new BudgetId(now.division(), now.department(), now.year().previous());
        Scope scope = budget.only().map(Scope::of).orElse(Scope.DEPARTMENT);
        return Optional.of(last)
                .filter(year -> shelf.isStaff(year, scope))
                .flatMap(year -> shelf.moment(year, scope, AsOf.ofRequest()))
                .flatMap(moment -> stated.evaluated(last, moment).stream()
                        .filter(evaluated -> evaluated.project().equals(project))
                        .reduce((earlier, later) -> later));
    }

    /** What the draft gives the project: targets are written on this page beside the draft only. */
    private static Amount drafted(OpenedBudget budget, Project project) {
        return Amount.sum(budget.facts().expenditure().stream()
                .filter(line -> line.classification() instanceof Classification.Expenditure money
                        && money.project().equals(Optional.of(project.code())))
                .map(LineFact::amount)
                .toList());
    }

    private static String form(List<Indicator> indicators, Model model) {
        model.addAttribute("indicators", indicators);
        model.addAttribute("rows", indicators.size() + SPARE_ROWS);
        model.addAttribute("levels", Choice.of(IndicatorLevel.values(), IndicatorLevel::label));
        return "prepare/targets";
    }
}
