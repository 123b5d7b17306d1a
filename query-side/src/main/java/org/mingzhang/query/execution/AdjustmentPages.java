package org.mingzhang.query.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.CodeNames;
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

    /** A type-ahead of more lines than these is slower than typing the key. */
    private static final int OFFERED_LINES = 3_000;

    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final WorkDesk desk;
    private final AdjustmentShelf shelf;
    private final LineBalances balances;
    private final FactReader facts;
    private final DisclosureTables tables;
    private final CurrentVisitor visitors;
    private final Clock clock;

    AdjustmentPages(
            WorkDesk desk,
            AdjustmentShelf shelf,
            LineBalances balances,
            FactReader facts,
            DisclosureTables tables,
            CurrentVisitor visitors,
            Clock clock) {
        this.desk = desk;
        this.shelf = shelf;
        this.balances = balances;
        this.facts = facts;
        this.tables = tables;
        this.visitors = visitors;
        this.clock = clock;
    }

    @GetMapping("/execute/{id}/adjustments")
    String list(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
        OpenedBudget budget = desk.open(id, model);
        model.addAttribute("documents", Slice.of(newestFirst(budget), page, ON_ONE_PAGE));
        model.addAttribute("maySubmit", Submitting.offered(model, desk));
        return "execute/adjustments";
    }

    @GetMapping(path = "/execute/{id}/adjustments", params = "format")
    View file(@PathVariable String id, @RequestParam GridFormat format, Model model) {
        OpenedBudget budget = desk.open(id, model);
        return AdjustmentGrid.OF_ONE_BUDGET.file(budget.id().toString(), newestFirst(budget), format);
    }

    private List<AdjustmentDocument> newestFirst(OpenedBudget budget) {
        return shelf.of(budget.id(), budget.position()).reversed();
    }

    /** A blank form, one about a line, or one that takes a returned document up again. */
    @GetMapping("/execute/{id}/adjustments/new")
    String form(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "SHIFT") AdjustmentDirection direction,
            @RequestParam Optional<Integer> mends,
            @RequestParam Optional<Long> after,
            Model model) {
        if (after.isPresent()) {
            return "redirect:/execute/" + id + "/adjustments?saved&after=" + after.get();
        }
        OpenedBudget budget = desk.open(id, model);
        Optional<AdjustmentDocument> mended = mends.map(
                number -> shelf.find(budget.id(), budget.position(), number).orElseThrow(PageNotFound::new));
        model.addAttribute("mended", mended.orElse(null));
        model.addAttribute(
                "direction", mended.map(AdjustmentDocument::direction).orElse(direction));
        rows(model, from, mended);
        model.addAttribute("maySubmit", Submitting.offered(model, desk));
        model.addAttribute("today", today(budget));
        choices(model, budget);
        return "execute/adjustment-form";
    }

    @GetMapping("/execute/{id}/adjustments/{number}")
    String document(@PathVariable String id, @PathVariable int number, Model model) {
        OpenedBudget budget = desk.open(id, model);
        AdjustmentDocument document =
                shelf.find(budget.id(), budget.position(), number).orElseThrow(PageNotFound::new);
        Role role = desk.role();
        boolean maker = visitors.visitor()
                .map(Visitor::login)
                .filter(document.fact().maker()::equals)
                .isPresent();
        model.addAttribute("document", document);
        model.addAttribute(
                "entries", EntryView.of(budget.facts(), document, balances.of(budget.id(), budget.position())));
        model.addAttribute("impact", document.inReview() ? impact(budget, document) : null);
        model.addAttribute("projectNames", projectNames(budget));
        model.addAttribute("changes", shelf.changes(budget.id(), budget.position(), document, projectNames(budget)));
        model.addAttribute(
                "reasons", shelf.reasons(budget.id(), budget.position(), number).orElse(null));
        model.addAttribute("deciding", document.waitsFor(role) && !maker);
        model.addAttribute("withdrawing", document.inReview() && maker && Submitting.DRAFTING.contains(role));
        model.addAttribute(
                "reversing",
                document.status().equals("effective")
                        && document.reversedBy().isEmpty()
                        && document.fact().request().reverses().isEmpty()
                        && Submitting.DRAFTING.contains(role));
        model.addAttribute(
                "mending",
                document.status().equals("returned")
                        && document.takenUpBy().isEmpty()
                        && Submitting.DRAFTING.contains(role));
        model.addAttribute("today", today(budget));
        return "execute/adjustment";
    }

    private ImpactView impact(OpenedBudget budget, AdjustmentDocument document) {
        BudgetFacts adjusted =
                facts.load(budget.id(), budget.position(), TableBasis.ADJUSTED).orElseThrow(PageNotFound::new);
        return ImpactView.of(Impact.of(
                tables.templates(),
                adjusted,
                document.fact().request(),
                shelf.project(budget.id(), budget.position(), document.number())));
    }

    static Map<String, String> projectNames(OpenedBudget budget) {
        return budget.facts().projects().stream()
                .collect(Collectors.toMap(project -> project.code().value(), Project::name));
    }

    @SuppressWarnings("unchecked")
    private static void rows(Model model, String from, Optional<AdjustmentDocument> mended) {
        List<FormRow> giving;
        List<FormRow> gaining;
        if (model.getAttribute("typed") instanceof Map<?, ?> typed) {
            giving = FormRow.typed("from", (Map<String, String>) typed);
            gaining = FormRow.typed("to", (Map<String, String>) typed);
        } else if (mended.isPresent()) {
            var entries = mended.get().fact().request().entries();
            giving = FormRow.of("from", entries);
            gaining = FormRow.of("to", entries);
        } else {
            giving = FormRow.withBlanks("from", from.isEmpty() ? List.of() : List.of(new FormRow("from", 0, from, "")));
            gaining = FormRow.withBlanks("to", List.of());
        }
        model.addAttribute("giving", giving);
        model.addAttribute("gaining", gaining);
    }

    private void choices(Model model, OpenedBudget budget) {
        CodeNames names = CodeNames.of(budget.facts());
        model.addAttribute(
                "lines",
                balances.of(budget.id(), budget.position()).stream()
                        .limit(OFFERED_LINES)
                        .map(balance -> new LedgerLine(balance, names))
                        .toList());
        model.addAttribute("directions", Choice.of(Submitting.MONEY, AdjustmentDirection::label));
        model.addAttribute("reasonClasses", Choice.of(ReasonClass.values(), ReasonClass::label));
        model.addAttribute("sourcesOfFunds", Choice.of(SupplementSource.values(), SupplementSource::label));
        LineChoices.offer(model, budget);
    }

    /** Today, or the last day of the budget's year when that is over. */
    private LocalDate today(OpenedBudget budget) {
        LocalDate now = LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
        LocalDate last = LocalDate.of(budget.id().year().value(), 12, 31);
        return now.isAfter(last) ? last : now;
    }
}
