package org.mingzhang.query.web;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Units and projects: lists and forms. */
@Controller
class StructurePages {
    private static final int ON_ONE_PAGE = 200;

    private static final Grid<BudgetUnit> UNITS = new Grid<>(
            "work.units",
            List.of(
                    GridColumn.code("unit.code", unit -> unit.code().value()),
                    GridColumn.text("unit.name", BudgetUnit::name),
                    GridColumn.text("unit.listed-name", BudgetUnit::listedName),
                    GridColumn.choice("unit.nature", unit -> unit.nature())));

    private final WorkDesk desk;

    StructurePages(WorkDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/prepare/{id}/units")
    String units(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
        OpenedBudget budget = desk.open(id, model);
        model.addAttribute("units", Slice.of(budget.facts().units(), page, ON_ONE_PAGE));
        return "prepare/units";
    }

    @GetMapping(path = "/prepare/{id}/units", params = "format")
    View file(@PathVariable String id, @RequestParam GridFormat format, Model model) {
        OpenedBudget budget = desk.open(id, model);
        return UNITS.file(budget.id().toString(), budget.facts().units(), format);
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

    /** The library is one page for preparation and execution. */
    @GetMapping("/prepare/{id}/projects")
    String projects(@PathVariable String id, Model model) {
        return "redirect:/execute/" + desk.open(id, model).id() + "/projects";
    }

    @GetMapping("/prepare/{id}/projects/form")
    String project(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Optional<Long> after,
            Model model) {
        if (after.isPresent()) {
            return "redirect:/execute/" + id + "/projects?saved&after=" + after.get();
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
}
