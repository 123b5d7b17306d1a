package org.mingzhang.query.execution;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says what a form or documents would do, while nothing is recorded: live beside the form, by its button, as JSON. */
@Controller
class PreviewPages {
    private static final int MOST_DOCUMENTS = 200;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final WorkDesk desk;
    private final BudgetShelf budgets;
    private final AdjustmentShelf shelf;
    private final WhatIf whatIf;
    private final Foresight foresight;

    PreviewPages(WorkDesk desk, BudgetShelf budgets, AdjustmentShelf shelf, WhatIf whatIf, Foresight foresight) {
        this.desk = desk;
        this.budgets = budgets;
        this.shelf = shelf;
        this.whatIf = whatIf;
        this.foresight = foresight;
    }

    /** A part of the page, for its script. */
    @PostMapping(path = "/execute/{id}/adjustments/preview", params = "part")
    String part(@PathVariable String id, HttpServletRequest request, Locale locale, Model model) {
        OpenedBudget budget = desk.open(id, model);
        model.addAttribute(
                "foreseen", foresight.of(budget, whatIf.submitted(budget.id(), request.getParameterMap(), locale)));
        return "execute/foreseen :: panel";
    }

    /** The whole page again, with what was typed in it. */
    @PostMapping(path = "/execute/{id}/adjustments/preview", params = "!part")
    String page(@PathVariable String id, HttpServletRequest request, RedirectAttributes attributes) {
        OpenedBudget budget = budgets.openForWork(id);
        keep(request, attributes);
        return "redirect:/execute/" + budget.id() + "/adjustments/new" + draft(request);
    }

    /** A part of the page of a project. */
    @PostMapping(path = "/execute/{id}/projects/{project}/adjustment/preview", params = "part")
    String part(
            @PathVariable String id,
            @PathVariable String project,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        Map<String, String[]> form = request.getParameterMap();
        model.addAttribute(
                "foreseen", foresight.of(budget, whatIf.ofProject(budget.id(), known(budget, project), form, locale)));
        return "execute/foreseen :: panel";
    }

    /** The whole page of a project again. */
    @PostMapping(path = "/execute/{id}/projects/{project}/adjustment/preview", params = "!part")
    String page(
            @PathVariable String id,
            @PathVariable String project,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        OpenedBudget budget = budgets.openForWork(id);
        keep(request, attributes);
        return "redirect:/execute/" + budget.id() + "/projects/" + known(budget, project) + "/adjustment"
                + draft(request);
    }

    /** The form goes on with the draft that it shows. */
    private static String draft(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("draft"))
                .filter(text -> UUID_TEXT.matcher(text).matches())
                .map(id -> "?draft=" + id)
                .orElse("");
    }

    private static void keep(HttpServletRequest request, RedirectAttributes attributes) {
        Map<String, String> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
        attributes.addFlashAttribute("typed", typed);
        attributes.addFlashAttribute("asked", Map.copyOf(request.getParameterMap()));
    }

    private static String known(OpenedBudget budget, String project) {
        return budget.facts().projects().stream()
                .map(found -> found.code().value())
                .filter(project::equals)
                .findFirst()
                .orElseThrow(PageNotFound::new);
    }

    /** The same as posting it to {@code /api/budgets/{id}/adjustments}, but nothing happens. */
    @ResponseBody
    @PostMapping("/api/execution/{id}/adjustments/preview")
    Foreseen submitted(@PathVariable String id, HttpServletRequest request, Locale locale) throws IOException {
        OpenedBudget budget = budgets.openForWork(id);
        return foresight.of(budget, whatIf.submitted(budget.id(), Sending.of(request), locale));
    }

    /** The same as posting it to {@code /api/budgets/{id}/projects/{project}/adjustment}, but nothing happens. */
    @ResponseBody
    @PostMapping("/api/execution/{id}/projects/{project}/adjustment/preview")
    Foreseen ofProject(@PathVariable String id, @PathVariable String project, @RequestBody byte[] body, Locale locale) {
        OpenedBudget budget = budgets.openForWork(id);
        return foresight.of(budget, whatIf.ofProject(budget.id(), known(budget, project), body, locale));
    }

    /** The same as posting it to {@code /api/budgets/{id}/adjustments/{number}/reversal}, but nothing happens. */
    @ResponseBody
    @PostMapping("/api/execution/{id}/adjustments/{number}/reversal/preview")
    Foreseen reversed(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate effectiveOn,
            Locale locale) {
        OpenedBudget budget = budgets.openForWork(id);
        int known = shelf.find(budget.id(), budget.position(), number)
                .map(AdjustmentDocument::number)
                .orElseThrow(PageNotFound::new);
        return foresight.of(budget, whatIf.reversed(budget.id(), known, effectiveOn, locale));
    }

    /** Documents on their way, in the order in which they are named, taken together. */
    @ResponseBody
    @GetMapping("/api/execution/{id}/adjustments/preview")
    Foreseen decided(@PathVariable String id, @RequestParam List<Integer> numbers, Locale locale) {
        OpenedBudget budget = budgets.openForWork(id);
        Set<Integer> theirs = shelf.of(budget.id(), budget.position()).stream()
                .map(AdjustmentDocument::number)
                .collect(Collectors.toSet());
        List<Integer> some = numbers.stream()
                .distinct()
                .filter(theirs::contains)
                .limit(MOST_DOCUMENTS)
                .toList();
        return foresight.of(budget, whatIf.decided(budget.id(), some, locale));
    }
}
