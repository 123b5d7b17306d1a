package org.mingzhang.query.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.ProjectTrail;
import org.mingzhang.query.performance.TargetFinding;
import org.mingzhang.query.performance.TargetFindings;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.CodeNames;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Slice;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The project library (项目库) and one project with everything that is known of it, in preparation and after. */
@Controller
class ProjectPages {
    private static final int ON_ONE_PAGE = 100;
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    /** More than anybody reads; the log has the rest. */
    private static final int TOLD = 200;

    private static final int IN_A_FILE = 10_000;

    private static final Grid<ProjectRow> GRID = new Grid<>(
            "work.projects",
            List.of(
                    GridColumn.code("project.code", row -> row.project().code().value()),
                    GridColumn.text("project.name", row -> row.project().name()),
                    GridColumn.choice("line.category", row -> row.project().category()),
                    GridColumn.code("unit.code", row -> row.project().unit().value()),
                    GridColumn.text("project.unit", ProjectRow::unitName),
                    GridColumn.words("project.state", row -> "project.state." + row.state()),
                    GridColumn.money("execute.initial", row -> row.of(Stage.INITIAL)),
                    GridColumn.money("execute.adjusted", row -> row.of(Stage.ADJUSTED)),
                    GridColumn.money("execute.budgeted", ProjectRow::budgetedAmount),
                    GridColumn.money("execute.frozen", row -> row.of(Stage.FROZEN)),
                    GridColumn.money("execute.committed", row -> row.of(Stage.COMMITTED)),
                    GridColumn.money("execute.executed", row -> row.of(Stage.EXECUTED)),
                    GridColumn.money("execute.available", ProjectRow::availableAmount),
                    GridColumn.count("execute.percent", ProjectRow::progress),
                    GridColumn.count("project.lines", row -> row.lines().size()),
                    GridColumn.count("project.targets", ProjectRow::targets),
                    GridColumn.text("project.description", row -> row.project().description())));

    private final WorkDesk desk;
    private final ProjectLibrary projectLibrary;
    private final ProjectTrail trail;
    private final EventLog log;
    private final TargetFindings findings;
    private final MessageSource messages;
    private final Clock clock;

    ProjectPages(
            WorkDesk desk,
            ProjectLibrary projectLibrary,
            ProjectTrail trail,
            EventLog log,
            TargetFindings findings,
            MessageSource messages,
            Clock clock) {
        this.messages = messages;
        this.findings = findings;
        this.clock = clock;
        this.desk = desk;
        this.projectLibrary = projectLibrary;
        this.trail = trail;
        this.log = log;
    }

    /** What the library is narrowed down to; each blank for all. */
    record Wanted(String q, String of, String category, String state) {
        static Wanted of(Map<String, String> asked) {
            return new Wanted(
                    asked.getOrDefault("q", ""),
                    asked.getOrDefault("of", ""),
                    asked.getOrDefault("category", ""),
                    asked.getOrDefault("state", ""));
        }

        boolean has(ProjectRow row) {
            Project project = row.project();
            return (q.isBlank() || row.mentions(q))
                    && (of.isEmpty() || project.unit().value().equals(of))
                    && (category.isEmpty() || project.category().name().equals(category))
                    && (state.isEmpty() || row.state().equals(state));
        }
    }

    @GetMapping("/execute/{id}/projects")
    String projects(
            @PathVariable String id,
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        Wanted wanted = Wanted.of(asked);
        List<ProjectRow> found = found(budget, wanted, model);
        model.addAttribute("wanted", wanted);
        model.addAttribute("projects", Slice.of(found, page, ON_ONE_PAGE));
        model.addAttribute("total", ProjectTotals.of(found));
        model.addAttribute("units", Choice.units(budget.facts()));
        model.addAttribute(
                "categories",
                Choice.of(ProjectCategory.values(), ProjectCategory::label).stream()
                        .filter(choice ->
                                ProjectCategory.valueOf(choice.value()).isProjectExpenditure())
                        .toList());
        model.addAttribute("states", ProjectRow.STATES);
        model.addAttribute("maySubmit", Submitting.offered(model, desk));
        return "execute/projects";
    }

    @GetMapping(path = "/execute/{id}/projects", params = "format")
    View file(
            @PathVariable String id,
            @RequestParam Map<String, String> asked,
            @RequestParam GridFormat format,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        return GRID.file(budget.id().toString(), found(budget, Wanted.of(asked), model), format);
    }

    @GetMapping("/execute/{id}/projects/{code}")
    String project(@PathVariable String id, @PathVariable String code, Model model) {
        OpenedBudget budget = desk.open(id, model);
        ProjectRow row = found(budget, code, model);
        CodeNames names = CodeNames.of(budget.facts());
        List<AdjustmentDocument> adjustments =
                projectLibrary.adjustments(budget, row.project().code());
        List<Told> story = story(budget, row, adjustments, TOLD);
        model.addAttribute("row", row);
        model.addAttribute(
                "lines",
                row.lines().stream().map(line -> new LedgerLine(line, names)).toList());
        List<Indicator> targets =
                budget.facts().projectTargets().getOrDefault(row.project().code(), List.of());
        model.addAttribute("targets", targets);
        model.addAttribute("hints", hints(budget, row, targets));
        model.addAttribute(
                "earlier",
                story.stream()
                        .filter(told -> told.targets().isPresent())
                        .skip(1)
                        .toList());
        model.addAttribute("documents", adjustments.reversed());
        model.addAttribute("story", story);
        model.addAttribute("maySubmit", Submitting.offered(model, desk));
        return "execute/project";
    }

    /** What happened to it, as a file; its lines are one of the ledger of lines. */
    @GetMapping(path = "/execute/{id}/projects/{code}", params = "format")
    View story(
            @PathVariable String id,
            @PathVariable String code,
            @RequestParam GridFormat format,
            Locale locale,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        ProjectRow row = found(budget, code, model);
        List<AdjustmentDocument> adjustments =
                projectLibrary.adjustments(budget, row.project().code());
        return StoryGrid.file(
                budget.id() + "-" + code, story(budget, row, adjustments, IN_A_FILE), messages, locale, format);
    }

    private ProjectRow found(OpenedBudget budget, String code, Model model) {
        return projectLibrary.of(budget, phase(model)).stream()
                .filter(found -> found.project().code().value().equals(code))
                .findFirst()
                .orElseThrow(PageNotFound::new);
    }

    private List<TargetFinding> hints(OpenedBudget budget, ProjectRow row, List<Indicator> targets) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
        return findings.ofProject(
                budget.id(),
                budget.moment(),
                row.project().code(),
                targets,
                row.budgetedAmount(),
                budget.moment().day().orElse(today));
    }

    private List<ProjectRow> found(OpenedBudget budget, Wanted wanted, Model model) {
        return projectLibrary.of(budget, phase(model)).stream()
                .filter(wanted::has)
                .toList();
    }

    private List<Told> story(OpenedBudget budget, ProjectRow row, List<AdjustmentDocument> adjustments, int most) {
        ProjectStory story = new ProjectStory(row.project().code(), adjustments);
        List<Integer> numbers =
                adjustments.stream().map(AdjustmentDocument::number).toList();
        List<Long> positions =
                trail.positions(budget.id(), budget.position(), row.project().code(), numbers, most);
        return log.readAt(positions).reversed().stream()
                .flatMap(event -> story.tell(event).stream())
                .toList();
    }

    private static String phase(Model model) {
        return String.valueOf(model.getAttribute("phase"));
    }
}
