package org.mingzhang.query.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.kernel.value.YearSource;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Lines of income: the list and the form of one line. */
@Controller
class RevenuePages {
    private static final int ON_ONE_PAGE = 200;

    private final WorkDesk desk;
    private final FactReader facts;

    RevenuePages(WorkDesk desk, FactReader facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @GetMapping("/prepare/{id}/revenue")
    String revenue(@PathVariable String id, @RequestParam(defaultValue = "1") int page, Model model) {
        OpenedBudget budget = desk.open(id, model);
        model.addAttribute("lines", Slice.of(written(budget), page, ON_ONE_PAGE));
        model.addAttribute(
                "sum",
                AmountUnit.YUAN.print(Amount.sum(
                        budget.facts().revenue().stream().map(LineFact::amount).toList())));
        return "prepare/revenue";
    }

    @GetMapping(path = "/prepare/{id}/revenue", params = "format")
    View file(@PathVariable String id, @RequestParam GridFormat format, Model model) {
        OpenedBudget budget = desk.open(id, model);
        return WrittenGrid.INCOME.file(budget.id().toString(), written(budget), format);
    }

    @GetMapping("/prepare/{id}/revenue/line")
    String form(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String line,
            @RequestParam Optional<Long> after,
            Model model) {
        if (after.isPresent()) {
            return "redirect:/prepare/" + id + "/revenue?saved&after=" + after.get();
        }
        OpenedBudget budget = desk.open(id, model);
        Optional<WrittenLine> found = written(budget).stream()
                .filter(candidate -> candidate.key().equals(line))
                .findFirst();
        if (!line.isEmpty() && found.isEmpty()) {
            throw new PageNotFound();
        }
        model.addAttribute("line", found);
        model.addAttribute("units", Choice.units(budget.facts()));
        model.addAttribute("sources", Choice.of(YearSource.values(), YearSource::label));
        model.addAttribute("revenues", Choice.of(RevenueSource.printed(), RevenueSource::label));
        return "prepare/revenue-line";
    }

    private List<WrittenLine> written(OpenedBudget budget) {
        Map<String, Facts.LineNote> notes =
                facts.rows(budget.id(), budget.position(), FactKind.LINE, Facts.LineNote.class);
        CodeNames names = CodeNames.of(budget.facts());
        return budget.facts().revenue().stream()
                .map(line -> WrittenLine.of(names, line, notes))
                .toList();
    }
}
