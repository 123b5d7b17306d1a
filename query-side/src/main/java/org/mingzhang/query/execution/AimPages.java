package org.mingzhang.query.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.mingzhang.kernel.policy.ScoringRules;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.MonitoringAction;
import org.mingzhang.kernel.value.Outlook;
import org.mingzhang.kernel.value.QualityLevel;
import org.mingzhang.kernel.value.TargetValue;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Monitoring (绩效监控) and self-evaluation (绩效自评): who stands how, and the forms for one project or the whole. */
@Controller
class AimPages {
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private static final Grid<AimSubject> GRID = new Grid<>(
            "aims.title",
            List.of(
                    GridColumn.code("project.code", AimSubject::project),
                    GridColumn.text("project.name", AimSubject::name),
                    GridColumn.count(
                            "project.targets", subject -> subject.targets().size()),
                    GridColumn.money("execute.budgeted", AimSubject::budgeted),
                    GridColumn.money("execute.executed", AimSubject::executed),
                    GridColumn.code("execute.percent", AimSubject::percent),
                    GridColumn.code(
                            "aims.through",
                            subject -> subject.lastMonitored()
                                    .map(stated -> stated.through().toString())
                                    .orElse("")),
                    GridColumn.words(
                            "aims.action",
                            subject -> subject.lastMonitored()
                                    .map(stated -> GridColumn.choice(stated.action()))
                                    .orElse("")),
                    GridColumn.code("aims.total", AimSubject::total),
                    GridColumn.code("aims.grade", AimSubject::grade)));

    private final WorkDesk desk;
    private final BudgetShelf shelf;
    private final AimSubjects subjects;
    private final Clock clock;
    private final MessageSource messages;

    AimPages(WorkDesk desk, BudgetShelf shelf, AimSubjects subjects, Clock clock, MessageSource messages) {
        this.desk = desk;
        this.shelf = shelf;
        this.subjects = subjects;
        this.clock = clock;
        this.messages = messages;
    }

    /**
     * A row of the form of an evaluation.
     *
     * @param weight in points, as the rules divide them
     * @param inWords whether somebody has to say how far it was reached
     */
    public record Asked(Indicator target, String weight, boolean inWords) {}

    @GetMapping("/execute/{id}/aims")
    String aims(@PathVariable String id, Model model) {
        OpenedBudget budget = desk.open(id, model);
        model.addAttribute("subjects", subjects.of(budget));
        model.addAttribute("links", new AimLinks(budget, AsOf.ofRequest()));
        return "execute/aims";
    }

    @GetMapping(path = "/execute/{id}/aims", params = "format")
    View file(@PathVariable String id, @RequestParam GridFormat format) {
        OpenedBudget budget = shelf.openOnEitherClock(id);
        return GRID.file(budget.id().toString(), subjects.of(budget), format);
    }

    /** @param project blank for the department as a whole */
    @GetMapping("/execute/{id}/monitoring")
    String monitoring(
            @PathVariable String id, @RequestParam(defaultValue = "") String project, Model model, Locale locale) {
        OpenedBudget budget = desk.open(id, model);
        LocalDate today = today();
        int year = budget.id().year().value();
        model.addAttribute("subject", subject(budget, project));
        model.addAttribute("mayState", Submitting.offered(model, desk));
        model.addAttribute("outlooks", choices(Outlook.values(), locale));
        model.addAttribute("actions", choices(MonitoringAction.values(), locale));
        model.addAttribute(
                "through",
                today.getYear() > year
                        ? YearMonth.of(year, 12).toString()
                        : YearMonth.from(today).toString());
        return "execute/monitoring";
    }

    @GetMapping("/execute/{id}/self-evaluations")
    String evaluation(
            @PathVariable String id, @RequestParam(defaultValue = "") String project, Model model, Locale locale) {
        OpenedBudget budget = desk.open(id, model);
        AimSubject subject = subject(budget, project);
        model.addAttribute("subject", subject);
        ScoringRules rules = ScoringRules.inForceOn(today());
        model.addAttribute("rules", rules);
        model.addAttribute("asked", asked(subject, rules));
        model.addAttribute("mayState", Submitting.evaluating(model, desk));
        model.addAttribute("levels", choices(QualityLevel.values(), locale));
        return "execute/self-evaluation";
    }

    /** In the words of the visitor, which the trail uses as well. */
    private <E extends Enum<E>> List<Choice> choices(E[] values, Locale locale) {
        return Choice.of(values, value -> messages.getMessage(GridColumn.choice(value), null, locale));
    }

    private static List<Asked> asked(AimSubject subject, ScoringRules rules) {
        List<Integer> weights = rules.weights(
                subject.project().isEmpty(),
                subject.targets().stream().map(Indicator::level1).toList());
        return IntStream.range(0, weights.size())
                .mapToObj(row -> {
                    Indicator target = subject.targets().get(row);
                    return new Asked(
                            target,
                            Points.of(weights.get(row)),
                            TargetValue.parse(target.target()) instanceof TargetValue.Words);
                })
                .toList();
    }

    private AimSubject subject(OpenedBudget budget, String project) {
        return subjects.of(budget).stream()
                .filter(one -> one.project().equals(project))
                .findFirst()
                .orElseThrow(PageNotFound::new);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
    }
}
