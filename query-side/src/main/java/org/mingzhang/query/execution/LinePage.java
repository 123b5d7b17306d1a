package org.mingzhang.query.execution;

import java.util.List;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.web.CodeNames;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One line of the ledger: its amounts by stage, and what the finance bureau holds of it (冻结、解冻). */
@Controller
class LinePage {
    private static final Set<Role> BUREAU = Set.of(Role.BUDGET_OFFICE, Role.SECTOR_DESK);

    private static final Grid<Freeze> GRID = new Grid<>(
            "ledgerline.history",
            List.of(
                    GridColumn.code("line.key", freeze -> freeze.fact().line()),
                    GridColumn.day("step.date", freeze -> freeze.fact().day()),
                    GridColumn.words(
                            "adjust.action", freeze -> freeze.thawed() ? "ledgerline.thaw" : "ledgerline.freeze"),
                    GridColumn.money("line.amount", Freeze::amount),
                    GridColumn.code(
                            "ledgerline.percent",
                            freeze -> freeze.fact()
                                    .percent()
                                    .map(percent -> percent + "%")
                                    .orElse("")),
                    GridColumn.text("adjust.opinion", freeze -> freeze.fact().opinion()),
                    GridColumn.code("step.person", freeze -> freeze.fact().actor())));

    private final WorkDesk desk;
    private final LineBalances balances;
    private final FactReader facts;

    LinePage(WorkDesk desk, LineBalances balances, FactReader facts) {
        this.desk = desk;
        this.balances = balances;
        this.facts = facts;
    }

    /** A freeze or a thaw. */
    public record Freeze(Facts.FreezeFact fact) {
        public boolean thawed() {
            return fact.change().isNegative();
        }

        public String printed() {
            return AmountUnit.YUAN.print(amount());
        }

        Amount amount() {
            return thawed() ? fact.change().negated() : fact.change();
        }
    }

    @GetMapping("/execute/{id}/line")
    String line(@PathVariable String id, @RequestParam(defaultValue = "") String key, Model model) {
        OpenedBudget budget = desk.open(id, model);
        LedgerLine line = found(budget, key);
        List<Freeze> freezes = freezes(budget, key);
        boolean open = WorkDesk.isNow(model)
                && Submitting.executing(model)
                && YearEndView.closing(facts, budget).isEmpty();
        Amount held = open
                ? Amount.sum(
                        freezes.stream().map(freeze -> freeze.fact().change()).toList())
                : Amount.ZERO;
        model.addAttribute("line", line);
        model.addAttribute("freezes", freezes);
        model.addAttribute("held", AmountUnit.YUAN.print(held));
        model.addAttribute("mayFreeze", open && BUREAU.contains(desk.role()));
        model.addAttribute("mayThaw", open && BUREAU.contains(desk.role()) && !held.isZero());
        return "execute/line";
    }

    /** What the bureau held and released of it, as a file. */
    @GetMapping(path = "/execute/{id}/line", params = "format")
    View file(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam GridFormat format,
            Model model) {
        OpenedBudget budget = desk.open(id, model);
        return GRID.file(budget.id() + "-" + found(budget, key).key(), freezes(budget, key), format);
    }

    private LedgerLine found(OpenedBudget budget, String key) {
        return balances.of(budget.id(), budget.moment()).stream()
                .filter(balance -> balance.line().value().equals(key))
                .findFirst()
                .map(balance -> new LedgerLine(balance, CodeNames.of(budget.facts())))
                .orElseThrow(PageNotFound::new);
    }

    private List<Freeze> freezes(OpenedBudget budget, String key) {
        return facts.history(budget.id(), budget.position(), FactKind.FREEZE, Facts.FreezeFact.class).stream()
                .filter(freeze -> freeze.line().equals(key) && budget.moment().counts(freeze.day()))
                .map(Freeze::new)
                .toList();
    }
}
