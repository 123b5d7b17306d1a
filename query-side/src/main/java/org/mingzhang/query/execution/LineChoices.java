package org.mingzhang.query.execution;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.OpenedBudget;
import org.springframework.ui.Model;

/** What a line that is new may be counted under. */
final class LineChoices {
    private LineChoices() {}

    static void offer(Model model, OpenedBudget budget) {
        FiscalYear year = budget.header().classificationYear();
        Classifications codes = Classifications.shipped();
        offer(model, budget.facts());
        model.addAttribute("functions", Choice.codes(codes.functional(), year, 7));
        model.addAttribute("depts", Choice.codes(codes.deptEconomic(), year, 5));
        model.addAttribute("govs", Choice.codes(codes.govEconomic(), year, 5));
        model.addAttribute("categories", Choice.of(ProjectCategory.values(), ProjectCategory::label));
        model.addAttribute("funds", Choice.of(FundType.values(), FundType::label));
        model.addAttribute("sources", Choice.of(YearSource.values(), YearSource::label));
    }

    /** What a line of that budget may belong to. */
    static void offer(Model model, BudgetFacts facts) {
        model.addAttribute("units", Choice.units(facts));
        model.addAttribute("projects", Choice.projects(facts));
    }

    /** What a line that goes from one budget to another may belong to there: its project may come along. */
    static void offer(Model model, BudgetFacts there, BudgetFacts here) {
        offer(model, there);
        Set<ProjectCode> known = there.projects().stream().map(Project::code).collect(Collectors.toSet());
        model.addAttribute(
                "projects",
                Stream.concat(
                                Choice.projects(there).stream(),
                                Choice.projects(here).stream()
                                        .filter(choice -> !known.contains(new ProjectCode(choice.value()))))
                        .toList());
    }
}
