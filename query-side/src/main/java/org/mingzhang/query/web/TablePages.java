package org.mingzhang.query.web;

import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.facts.DisclosureTables;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One table of a disclosure, all twelve by the same page. */
@Controller
class TablePages {
    private final BudgetShelf shelf;
    private final DisclosureTables tables;
    private final ReleaseSeals seals;
    private final AsOfBars bars;

    TablePages(BudgetShelf shelf, DisclosureTables tables, ReleaseSeals seals, AsOfBars bars) {
        this.bars = bars;
        this.shelf = shelf;
        this.tables = tables;
        this.seals = seals;
    }

    @GetMapping("/budgets/{id}/tables/{number:\\d{1,2}}")
    String table(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam Map<String, String> parameters,
            Model model) {
        TableQuestion question = TableQuestion.read(parameters);
        OpenedBudget budget = shelf.open(id, question.basis(), question.asOf(), question.scope());
        Table table = tables.of(budget.facts(), number, question.scope()).orElseThrow(PageNotFound::new);
        Table shown = question.hideEmpty() ? FilledColumns.of(table) : table;
        model.addAttribute("budget", budget);
        model.addAttribute(
                "asOfBar",
                bars.of(budget, question.scope(), question.asOf(), true).orElse(null));
        model.addAttribute("staff", shelf.isStaff(budget.id(), question.scope()));
        model.addAttribute("seal", seals.of(budget).orElse(null));
        model.addAttribute("question", question);
        model.addAttribute("bases", shelf.bases(budget, question.scope()));
        model.addAttribute("table", table);
        model.addAttribute("printed", PrintedTable.of(shown, question.unit()));
        model.addAttribute("figures", HeadlineFigures.of(table, question.unit()));
        model.addAttribute("inWan", question.in(AmountUnit.WAN_YUAN).query());
        model.addAttribute("inYuan", question.in(AmountUnit.YUAN).query());
        model.addAttribute("templates", tables.templates());
        model.addAttribute("previous", neighbour(number - 1));
        model.addAttribute("next", neighbour(number + 1));
        return "table";
    }

    private Optional<Integer> neighbour(int number) {
        return tables.templates().stream()
                .map(template -> template.number())
                .filter(other -> other == number)
                .findFirst();
    }
}
