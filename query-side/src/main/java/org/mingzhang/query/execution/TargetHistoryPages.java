package org.mingzhang.query.execution;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** The history of targets (目标沿革) as page, file and JSON. */
@Controller
class TargetHistoryPages {
    private static final Grid<Row> GRID = new Grid<>(
            "history.title",
            List.of(
                    GridColumn.count("ledger.position", row -> row.change().position()),
                    GridColumn.day("step.date", row -> row.change().day()),
                    GridColumn.day("history.effective", row -> row.change().effective()),
                    GridColumn.code("step.person", row -> row.change().actor()),
                    GridColumn.text("form.reason", row -> row.change().reason()),
                    GridColumn.code("basis.number", row -> row.change().document()),
                    GridColumn.code(
                            "adjust.number",
                            row -> row.change()
                                    .adjustment()
                                    .map(Object::toString)
                                    .orElse("")),
                    GridColumn.code("targets.level1", row -> row.target().level()),
                    GridColumn.text("targets.name", row -> row.target().name()),
                    GridColumn.code("diff.from", row -> row.target().before()),
                    GridColumn.code("diff.to", row -> row.target().after())));

    private final WorkDesk desk;
    private final BudgetShelf shelf;
    private final TargetHistory history;

    TargetHistoryPages(WorkDesk desk, BudgetShelf shelf, TargetHistory history) {
        this.desk = desk;
        this.shelf = shelf;
        this.history = history;
    }

    private record Row(TargetHistory.Change change, ChangesOfProjects.Target target) {}

    /** @param project blank for the targets of the department as a whole */
    public record Told(String project, String name, List<TargetHistory.Change> changes) {}

    @GetMapping("/execute/{id}/targets")
    String page(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String indicator,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        model.addAttribute("told", told(budget, project, indicator));
        model.addAttribute("indicator", indicator);
        return "execute/targets";
    }

    @GetMapping(path = "/execute/{id}/targets", params = "format")
    View file(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam GridFormat format) {
        OpenedBudget budget = shelf.openOnEitherClock(id);
        List<Row> rows = told(budget, project, indicator).changes().stream()
                .flatMap(change -> change.targets().stream().map(target -> new Row(change, target)))
                .toList();
        return GRID.file(budget.id() + (project.isEmpty() ? "" : "-" + project), rows, format);
    }

    @ResponseBody
    @GetMapping("/api/execution/{id}/targets")
    Told json(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String indicator) {
        return told(shelf.openOnEitherClock(id), project, indicator);
    }

    private Told told(OpenedBudget budget, String project, String indicator) {
        Optional<Project> found = project.isEmpty()
                ? Optional.empty()
                : Optional.of(budget.facts().projects().stream()
                        .filter(one -> one.code().value().equals(project))
                        .findFirst()
                        .orElseThrow(PageNotFound::new));
        return new Told(
                project, found.map(Project::name).orElse(""), history.of(budget, found.map(Project::code), indicator));
    }
}
