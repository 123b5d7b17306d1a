package org.mingzhang.query.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.funds.FundsShelf;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Slice;
import org.mingzhang.query.web.Visitor;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Adjustments of one budget: the list, the form, and a document with what may be done with it now. */
@Controller
class AdjustmentPages {
    private static final int ON_ONE_PAGE = 200;
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final WorkDesk desk;
    private final AdjustmentShelf shelf;
    private final AdjustmentForm form;
    private final FormDrafts drafts;
    private final LineBalances balances;
    private final WhatIf whatIf;
    private final Foresight foresight;
    private final FundsShelf funds;
    private final CurrentVisitor visitors;
    private final Clock clock;

    AdjustmentPages(
            WorkDesk desk,
            AdjustmentShelf shelf,
            AdjustmentForm form,
            FormDrafts drafts,
            LineBalances balances,
            WhatIf whatIf,
            Foresight foresight,
            FundsShelf funds,
            CurrentVisitor visitors,
            Clock clock) {
        this.desk = desk;
        this.shelf = shelf;
        this.form = form;
        this.drafts = drafts;
        this.balances = balances;
        this.whatIf = whatIf;
        this.foresight = foresight;
        this.funds = funds;
        this.visitors = visitors;
        this.clock = clock;
    }

    @GetMapping("/execute/{id}/adjustments")
    String list(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Optional<Long> after,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        List<AdjustmentDocument> documents = newestFirst(budget);
        after.flatMap(submitted -> shelf.filed(budget.id(), budget.position(), documents, submitted))
                .filter(this::isOwn)
                .ifPresent(filed -> model.addAttribute("filed", filed.number()));
        model.addAttribute("documents", Slice.of(documents, page, ON_ONE_PAGE));
        model.addAttribute("maySubmit", Submitting.offered(model, desk));
        model.addAttribute("drafts", drafts.of(budget));
        model.addAttribute("projectNames", projectNames(budget));
        return "execute/adjustments";
    }

    @GetMapping(path = "/execute/{id}/adjustments", params = "format")
    View file(@PathVariable String id, @RequestParam GridFormat format, Model model) {
        OpenedBudget budget = desk.open(id, model);
        return AdjustmentGrid.OF_ONE_BUDGET.file(budget.id().toString(), newestFirst(budget), format);
    }

    private boolean isOwn(AdjustmentDocument document) {
        return visitors.visitor()
                .map(Visitor::login)
                .filter(document.fact().maker()::equals)
                .isPresent();
    }

    private List<AdjustmentDocument> newestFirst(OpenedBudget budget) {
        return shelf.of(budget.id(), budget.moment()).reversed();
    }

    /** A blank form, one about a line or a project, a draft, or one that takes a returned document up again. */
    @GetMapping("/execute/{id}/adjustments/new")
    String form(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String fromProject,
            @RequestParam(defaultValue = "") String toProject,
            @RequestParam(defaultValue = "SHIFT") AdjustmentDirection direction,
            @RequestParam Optional<Integer> mends,
            @RequestParam Optional<UUID> draft,
            @RequestParam Optional<Long> after,
            Locale locale,
            Model model) {
        if (after.isPresent()) {
            return "redirect:/execute/" + id + "/adjustments?saved&after=" + after.get();
        }
        OpenedBudget budget = desk.open(id, model);
        Optional<String> elsewhere = drafts.elsewhere(model, budget, draft, "");
        if (elsewhere.isPresent()) {
            return "redirect:" + elsewhere.get();
        }
        model.addAttribute("today", today(budget));
        form.lay(
                model, budget, new AdjustmentForm.Asked(from, fromProject, toProject, direction, mends, draft), locale);
        model.addAttribute("maySubmit", Submitting.offered(model, desk));
        return "execute/adjustment-form";
    }

    @GetMapping("/execute/{id}/adjustments/{number}")
    String document(@PathVariable String id, @PathVariable int number, Locale locale, Model model) {
        OpenedBudget budget = desk.open(id, model);
        AdjustmentDocument document =
                shelf.find(budget.id(), budget.moment(), number).orElseThrow(PageNotFound::new);
        Role role = desk.role();
        boolean now = WorkDesk.isNow(model);
        boolean maker = isOwn(document);
        model.addAttribute("document", document);
        model.addAttribute(
                "entries", EntryView.of(budget.facts(), document, balances.of(budget.id(), budget.moment())));
        model.addAttribute("elsewhere", EntryView.elsewhere(budget.facts(), document));
        model.addAttribute("readsElsewhere", readsElsewhere(document));
        model.addAttribute(
                "drawnFrom",
                funds.of(new AdjustmentRef(budget.id(), number), budget.position())
                        .orElse(null));
        if (document.inReview() && now) {
            model.addAttribute(
                    "foreseen", foresight.of(budget, whatIf.decided(budget.id(), List.of(document.number()), locale)));
        }
        model.addAttribute("projectNames", projectNames(budget));
        model.addAttribute("changes", shelf.changes(budget.id(), budget.position(), document, projectNames(budget)));
        model.addAttribute(
                "reasons", shelf.reasons(budget.id(), budget.position(), number).orElse(null));
        model.addAttribute("deciding", now && document.waitsFor(role) && !maker);
        model.addAttribute("passing", document.passedBy(role));
        model.addAttribute(
                "withdrawing",
                now && document.inReview() && maker && !document.follows() && Submitting.DRAFTING.contains(role));
        boolean reversing =
                now && WorkDesk.isOpen(model) && document.canBeReversed() && Submitting.DRAFTING.contains(role);
        model.addAttribute("reversing", reversing);
        if (reversing) {
            model.addAttribute(
                    "foreseen",
                    foresight.of(budget, whatIf.reversed(budget.id(), document.number(), today(budget), locale)));
        }
        model.addAttribute(
                "mending",
                now
                        && WorkDesk.isOpen(model)
                        && document.status().equals("returned")
                        && document.takenUpBy().isEmpty()
                        && !document.follows()
                        && Submitting.DRAFTING.contains(role));
        // told again along the log, which the effective clock does not follow
        model.addAttribute(
                "counterfactual",
                budget.only().isEmpty() && budget.moment().day().isEmpty());
        model.addAttribute("today", today(budget));
        return "execute/adjustment";
    }

    @GetMapping(path = "/execute/{id}/adjustments/{number}", params = "format")
    View documentAsFile(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "lines") String of,
            @RequestParam GridFormat format,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        AdjustmentDocument document =
                shelf.find(budget.id(), budget.moment(), number).orElseThrow(PageNotFound::new);
        String subject = budget.id() + "-" + number;
        return of.equals("course")
                ? AdjustmentGrid.COURSE.file(subject, document.steps(), format)
                : DocumentLine.GRID.file(
                        subject,
                        DocumentLine.of(budget.facts(), document, balances.of(budget.id(), budget.moment())),
                        format);
    }

    /** Whether the other budget of a 划转 is the visitor's as well. */
    private boolean readsElsewhere(AdjustmentDocument document) {
        return visitors.visitor()
                .flatMap(visitor -> document.counterpart()
                        .filter(other -> visitor.covers(other.document().budget())))
                .isPresent();
    }

    static Map<String, String> projectNames(OpenedBudget budget) {
        return budget.facts().projects().stream()
                .collect(Collectors.toMap(project -> project.code().value(), Project::name));
    }

    /** Today, or the last day of the budget's year when that is over. */
    private LocalDate today(OpenedBudget budget) {
        LocalDate now = LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
        LocalDate last = LocalDate.of(budget.id().year().value(), 12, 31);
        return now.isAfter(last) ? last : now;
    }
}
