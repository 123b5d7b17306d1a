package org.mingzhang.query.execution;

import java.util.List;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Role;
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

/** One line of the ledger: its amounts by stage, and what the finance bureau holds of it (冻结、解冻). */
@Controller
class LinePage {
    private static final Set<Role> BUREAU = Set.of(Role.BUDGET_OFFICE, Role.SECTOR_DESK);

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
            return AmountUnit.YUAN.print(thawed() ? fact.change().negated() : fact.change());
        }
    }

    @GetMapping("/execute/{id}/line")
    String line(@PathVariable String id, @RequestParam(defaultValue = "") String key, Model model) {
        OpenedBudget budget = desk.open(id, model);
        LedgerLine line = balances.of(budget.id(), budget.moment()).stream()
                .filter(balance -> balance.line().value().equals(key))
                .findFirst()
                .map(balance -> new LedgerLine(balance, CodeNames.of(budget.facts())))
                .orElseThrow(PageNotFound::new);
        List<Freeze> freezes =
                facts.history(budget.id(), budget.position(), FactKind.FREEZE, Facts.FreezeFact.class).stream()
                        .filter(freeze ->
                                freeze.line().equals(key) && budget.moment().counts(freeze.day()))
                        .map(Freeze::new)
                        .toList();
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
}
