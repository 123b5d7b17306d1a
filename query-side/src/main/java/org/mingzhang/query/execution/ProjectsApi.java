package org.mingzhang.query.execution;

import java.util.List;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The project library and one project of it, as JSON; amounts in whole fen. */
@RestController
class ProjectsApi {
    private final WorkDesk desk;
    private final ProjectLibrary projectLibrary;

    ProjectsApi(WorkDesk desk, ProjectLibrary projectLibrary) {
        this.desk = desk;
        this.projectLibrary = projectLibrary;
    }

    /**
     * @param state how far it has come, as the page says it
     * @param available initial and adjusted without frozen, committed and executed; nothing once the year is closed
     * @param targets how many indicators it has
     */
    record Listed(
            String code,
            String name,
            String category,
            String unit,
            String unitName,
            String state,
            long initial,
            long adjusted,
            long frozen,
            long committed,
            long executed,
            long available,
            List<String> lines,
            int targets,
            String description) {
        static Listed of(ProjectRow row) {
            return new Listed(
                    row.project().code().value(),
                    row.project().name(),
                    row.project().category().name(),
                    row.project().unit().value(),
                    row.unitName(),
                    row.state(),
                    row.of(Stage.INITIAL).fen(),
                    row.of(Stage.ADJUSTED).fen(),
                    row.of(Stage.FROZEN).fen(),
                    row.of(Stage.COMMITTED).fen(),
                    row.of(Stage.EXECUTED).fen(),
                    row.availableAmount().fen(),
                    row.lines().stream().map(line -> line.line().value()).toList(),
                    row.targets(),
                    row.project().description());
        }
    }

    /** A line of the project; amounts as those of the ledger. */
    record Line(String line, String unit, String deptEconomic, long initial, long adjusted, long available) {
        static Line of(Balance line) {
            return new Line(
                    line.line().value(),
                    line.classification().unit().value(),
                    line.classification().deptEconomic().value(),
                    line.of(Stage.INITIAL).fen(),
                    line.of(Stage.ADJUSTED).fen(),
                    line.available().fen());
        }
    }

    /** A document that changes the money of the project, its targets or what it says. */
    record Document(int number, String kind, String status, String reason) {
        static Document of(AdjustmentDocument document) {
            return new Document(
                    document.number(),
                    document.fact().kind().name(),
                    document.status(),
                    document.fact().request().reason());
        }
    }

    record Detailed(Listed project, List<Line> lines, List<Indicator> targets, List<Document> adjustments) {}

    @GetMapping("/api/execution/{id}/projects")
    List<Listed> projects(@PathVariable String id, Model model) {
        return rows(desk.open(id, model), model).stream().map(Listed::of).toList();
    }

    @GetMapping("/api/execution/{id}/projects/{code}")
    Detailed project(@PathVariable String id, @PathVariable String code, Model model) {
        OpenedBudget budget = desk.open(id, model);
        ProjectRow row = rows(budget, model).stream()
                .filter(found -> found.project().code().value().equals(code))
                .findFirst()
                .orElseThrow(PageNotFound::new);
        return new Detailed(
                Listed.of(row),
                row.lines().stream().map(Line::of).toList(),
                budget.facts().projectTargets().getOrDefault(row.project().code(), List.of()),
                projectLibrary.adjustments(budget, row.project().code()).stream()
                        .map(Document::of)
                        .toList());
    }

    private List<ProjectRow> rows(OpenedBudget budget, Model model) {
        return projectLibrary.of(budget, String.valueOf(model.getAttribute("phase")));
    }
}
