package org.mingzhang.query.counterfactual;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.View;

/**
 * 假如没有这份文件: a budget without some of its documents, as page, file and for programs. A run that takes long goes on beside
 * the page, which looks again every second and can end it.
 */
@Controller
class CounterfactualPages {
    /** So long a page waits before it shows how far it is. */
    private static final long MOMENT = 1_500;

    /** A program and whoever takes a file want the answer and nothing before it. */
    private static final long PATIENCE = 20_000;

    private static final int SHOWN = 200;

    private final WorkDesk work;
    private final CounterfactualDesk desk;

    CounterfactualPages(WorkDesk work, CounterfactualDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    @GetMapping("/budgets/{id}/counterfactual")
    String page(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<Integer> without,
            @RequestParam(defaultValue = "false") boolean again,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        OpenedBudget budget = desk.open(id);
        work.open(id, model);
        model.addAttribute("documents", desk.documents(budget));
        model.addAttribute("shown", SHOWN);
        model.addAttribute("asked", query(without));
        if (!without.isEmpty()) {
            CounterfactualView view = desk.view(budget, without, again, MOMENT, locale);
            model.addAttribute("view", view);
            if (view.running()) {
                response.setHeader("Refresh", "1; url=/budgets/" + budget.id() + "/counterfactual?" + query(without));
            }
        }
        return "counterfactual";
    }

    /** The same question in a link, as of the same instant. */
    private static String query(List<Integer> without) {
        return Stream.concat(
                        without.stream().distinct().sorted().map(number -> "without=" + number),
                        Stream.of(AsOf.ofRequest().parameters()).filter(said -> !said.isEmpty()))
                .collect(Collectors.joining("&"));
    }

    @GetMapping(path = "/budgets/{id}/counterfactual", params = "format")
    View file(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<Integer> without,
            @RequestParam GridFormat format,
            Locale locale) {
        CounterfactualView view = desk.view(desk.open(id), without, false, PATIENCE, locale);
        if (view.result() == null) {
            throw new AskedAmiss(HttpStatus.CONFLICT, "counterfactual-not-yet");
        }
        return CounterfactualGrid.GRID.file(view.budget(), CounterfactualGrid.rows(view), format);
    }

    @PostMapping("/budgets/{id}/counterfactual/cancel")
    String cancel(@PathVariable String id, @RequestParam(defaultValue = "") List<Integer> without) {
        OpenedBudget budget = desk.open(id);
        desk.cancel(budget, without);
        return "redirect:/budgets/" + budget.id() + "/counterfactual?" + query(without);
    }

    /** The answer, or how far it is when that takes longer; asking again goes on with the same run. */
    @GetMapping("/api/budgets/{id}/counterfactual")
    @ResponseBody
    CounterfactualView program(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<Integer> without,
            @RequestParam(defaultValue = "false") boolean again,
            Locale locale) {
        return desk.view(desk.open(id), without, again, PATIENCE, locale);
    }

    /** Ends a run that is under way. */
    @DeleteMapping("/api/budgets/{id}/counterfactual")
    @ResponseBody
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, @RequestParam(defaultValue = "") List<Integer> without) {
        desk.cancel(desk.open(id), without);
    }
}
