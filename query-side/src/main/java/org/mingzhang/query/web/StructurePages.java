package org.mingzhang.query.web;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Units and projects: lists and forms. */
@Controller
class StructurePages {
    private final WorkDesk desk;

    StructurePages(WorkDesk desk) {
        this.desk = desk;
    }

    /**
     * A project of the department's library with its money.
     *
     * @param yuan what its lines add up to, in 元
     * @param targets how many indicators it has
     */
    record ListedProject(Project project, String unitName, String yuan, int targets) {}

    @GetMapping("/prepare/{id}/units")
    String units(@PathVariable String id, Model model) {
        desk.open(id, model);
        return "prepare/units";
    }

    @GetMapping("/prepare/{id}/units/form")
    String unit(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Optional<Long> after,
            Model model) {
        if (after.isPresent()) {
            return "redirect:/prepare/" + id + "/units?saved&after=" + after.get();
        }
        BudgetFacts facts = desk.open(id, model).facts();
        Optional<BudgetUnit> unit = facts.units().stream()
                .filter(found -> found.code().value().equals(code))
                .findFirst();
        known(code, unit);
        model.addAttribute("unit", unit);
        model.addAttribute("natures", Choice.of(UnitNature.values(), UnitNature::label));
        return "prepare/unit";
    }

    @GetMapping("/prepare/{id}/projects")
    String projects(@PathVariable String id, Model model) {
        BudgetFacts facts = desk.open(id, model).facts();
        List<ListedProject> projects =
                facts.projects().stream().map(project -> listed(facts, project)).toList();
        model.addAttribute("projects", projects);
        return "prepare/projects";
    }

    @GetMapping("/prepare/{id}/projects/form")
    String project(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Optional<Long> after,
            Model model) {
        if (after.isPresent()) {
            return "redirect:/prepare/" + id + "/projects?saved&after=" + after.get();
        }
        BudgetFacts facts = desk.open(id, model).facts();
        Optional<Project> project = facts.projects().stream()
                .filter(found -> found.code().value().equals(code))
                .findFirst();
        known(code, project);
        model.addAttribute("project", project);
        model.addAttribute("units", Choice.units(facts));
        model.addAttribute(
                "categories",
                Choice.of(ProjectCategory.values(), ProjectCategory::label).stream()
                        .filter(choice ->
                                ProjectCategory.valueOf(choice.value()).isProjectExpenditure())
                        .toList());
        return "prepare/project";
    }

    private static void known(String code, Optional<?> found) {
        if (!code.isEmpty() && found.isEmpty()) {
            throw new PageNotFound();
        }
    }

    private static ListedProject listed(BudgetFacts facts, Project project) {
        Amount sum = Amount.sum(facts.expenditure().stream()
                .filter(line -> line.classification() instanceof Classification.Expenditure of
                        && of.project().filter(project.code()::equals).isPresent())
                .map(LineFact::amount)
                .toList());
        return new ListedProject(
                project,
                facts.unit(project.unit())
                        .map(BudgetUnit::name)
                        .orElse(project.unit().value()),
                AmountUnit.YUAN.print(sum),
                facts.projectTargets().getOrDefault(project.code(), List.of()).size());
    }
}
