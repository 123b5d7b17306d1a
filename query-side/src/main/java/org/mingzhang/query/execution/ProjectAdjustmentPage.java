package org.mingzhang.query.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.funds.FundsShelf;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.CodeNames;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One form for an approved project: what it says, what it is to achieve, what it costs. */
@Controller
class ProjectAdjustmentPage {
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");
    private static final int SPARE_ROWS = 3;
    private static final int OFFERED_LINES = 3_000;

    private final WorkDesk desk;
    private final LineBalances balances;
    private final FundsShelf funds;
    private final FormDrafts drafts;
    private final WhatIf whatIf;
    private final Foresight foresight;
    private final Clock clock;

    ProjectAdjustmentPage(
            WorkDesk desk,
            LineBalances balances,
            FundsShelf funds,
            FormDrafts drafts,
            WhatIf whatIf,
            Foresight foresight,
            Clock clock) {
        this.desk = desk;
        this.balances = balances;
        this.funds = funds;
        this.drafts = drafts;
        this.whatIf = whatIf;
        this.foresight = foresight;
        this.clock = clock;
    }

    /** A line of the project with its money, in 元. */
    record OwnLine(String key, String unit, String dept, String initial, String budgeted, String available) {}

    @GetMapping("/execute/{id}/projects/{project}/adjustment")
    String form(
            @PathVariable String id,
            @PathVariable String project,
            @RequestParam Optional<UUID> draft,
            @RequestParam Optional<Long> after,
            Locale locale,
            Model model) {
        if (after.isPresent()) {
            return "redirect:/execute/" + id + "/adjustments?saved&after=" + after.get();
        }
        OpenedBudget budget = desk.open(id, model);
        Project found = budget.facts().projects().stream()
                .filter(candidate -> candidate.code().value().equals(project))
                .findFirst()
                .orElseThrow(PageNotFound::new);
        Optional<String> elsewhere = drafts.elsewhere(model, budget, draft, project);
        if (elsewhere.isPresent()) {
            return "redirect:" + elsewhere.get();
        }
        model.addAttribute("project", found);
        model.addAttribute("maySubmit", Submitting.offered(model, desk));
        model.addAttribute("today", today(budget));
        List<Indicator> indicators = budget.facts().projectTargets().getOrDefault(found.code(), List.of());
        Optional<DraftsOnDesk.Draft> written = drafts.open(model, budget, draft, project);
        ProjectOnForm form = new ProjectOnForm(found, indicators);
        form.complete(model);
        money(model, budget, found);
        model.addAttribute("indicators", indicators);
        model.addAttribute("rows", form.rows(model) + SPARE_ROWS);
        model.addAttribute("levels", Choice.of(IndicatorLevel.values(), IndicatorLevel::label));
        LineChoices.offer(model, budget);
        model.addAttribute(
                "directions",
                Choice.of(
                        Stream.concat(Stream.of(AdjustmentDirection.CONTENT), Stream.of(Submitting.MONEY))
                                .toArray(AdjustmentDirection[]::new),
                        AdjustmentDirection::label));
        model.addAttribute("revisionCuts", Choice.of(List.of(RevisionCut.values()), RevisionCut::label));
        model.addAttribute("reasonClasses", Choice.of(ReasonClass.offered(), ReasonClass::label));
        SourceChoices.offer(model, budget, funds);
        foresee(model, budget, project, locale);
        written.ifPresent(
                one -> drafts.amiss(model, one, fields -> whatIf.ofProject(budget.id(), project, fields, locale)));
        return "execute/project-adjustment";
    }

    /** What was typed into the form, when somebody asked for it. */
    @SuppressWarnings("unchecked")
    private void foresee(Model model, OpenedBudget budget, String project, Locale locale) {
        if (model.getAttribute("asked") instanceof Map<?, ?> asked) {
            Map<String, String[]> form = (Map<String, String[]>) asked;
            model.addAttribute("foreseen", foresight.of(budget, whatIf.ofProject(budget.id(), project, form, locale)));
        }
    }

    @SuppressWarnings("unchecked")
    private void money(Model model, OpenedBudget budget, Project project) {
        List<LineBalances.Balance> all = balances.of(budget.id(), budget.moment());
        List<LineBalances.Balance> own = all.stream()
                .filter(line -> line.classification()
                        .project()
                        .filter(project.code()::equals)
                        .isPresent())
                .toList();
        model.addAttribute(
                "ownLines", own.stream().map(ProjectAdjustmentPage::own).toList());
        model.addAttribute(
                "budgeted",
                AmountUnit.YUAN.print(Amount.sum(
                        own.stream().map(LineBalances.Balance::budgeted).toList())));
        CodeNames names = CodeNames.of(budget.facts());
        model.addAttribute(
                "lines",
                all.stream()
                        .limit(OFFERED_LINES)
                        .map(balance -> new LedgerLine(balance, names))
                        .toList());
        Map<String, String> typed =
                model.getAttribute("typed") instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
        model.addAttribute("giving", FormRow.typed("from", typed));
        model.addAttribute("gaining", FormRow.typed("to", typed));
    }

    private static OwnLine own(LineBalances.Balance line) {
        return new OwnLine(
                line.line().value(),
                line.classification().unit().value(),
                line.classification().deptEconomic().value(),
                AmountUnit.YUAN.print(line.of(Stage.INITIAL)),
                AmountUnit.YUAN.print(line.budgeted()),
                AmountUnit.YUAN.print(line.available()));
    }

    /** Today, or the last day of the budget's year when that is over. */
    private LocalDate today(OpenedBudget budget) {
        LocalDate now = LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
        LocalDate last = LocalDate.of(budget.id().year().value(), 12, 31);
        return now.isAfter(last) ? last : now;
    }
}
