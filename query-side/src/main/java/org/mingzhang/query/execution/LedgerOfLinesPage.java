package org.mingzhang.query.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of lines (预算台账): 年初, 调整, 调整后, 冻结, 在途, 已支付, 可用 and 进度 of each. */
@Controller
class LedgerOfLinesPage {
    private static final int ON_ONE_PAGE = 200;

    private final WorkDesk desk;
    private final LineBalances balances;

    LedgerOfLinesPage(WorkDesk desk, LineBalances balances) {
        this.desk = desk;
        this.balances = balances;
    }

    @GetMapping("/execute/{id}")
    String lines(
            @PathVariable String id,
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(name = "of", defaultValue = "") String unit,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        List<LedgerLine> found = balances.of(budget.id(), budget.position()).stream()
                .map(balance -> new LedgerLine(balance, budget.facts()))
                .filter(line -> unit.isEmpty() || line.money().unit().value().equals(unit))
                .filter(line -> word.isBlank() || line.mentions(word))
                .toList();
        int from = Math.clamp((page - 1L) * ON_ONE_PAGE, 0, found.size());
        int to = Math.min(found.size(), from + ON_ONE_PAGE);
        model.addAttribute("maySubmit", Submitting.offered(model, desk));
        model.addAttribute("word", word);
        model.addAttribute("of", unit);
        model.addAttribute("units", Choice.units(budget.facts()));
        model.addAttribute("lines", found.subList(from, to));
        model.addAttribute("found", found.size());
        model.addAttribute("total", total(found, budget));
        model.addAttribute("nextPage", to < found.size() ? Optional.of(page + 1) : Optional.empty());
        return "execute/lines";
    }

    /** Of everything that was found, also beyond this page; empty when nothing was. */
    private static Optional<LedgerLine> total(List<LedgerLine> found, OpenedBudget budget) {
        Map<Stage, Amount> sums =
                LineBalances.sum(found.stream().map(LedgerLine::balance).toList());
        return found.stream()
                .findFirst()
                .map(LedgerLine::balance)
                .map(any -> new LedgerLine(new Balance(any.line(), any.classification(), sums), budget.facts()));
    }
}
