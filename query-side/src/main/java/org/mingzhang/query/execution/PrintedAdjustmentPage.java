package org.mingzhang.query.execution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.LineBalances.Balance;
import org.mingzhang.query.funds.FundedSource;
import org.mingzhang.query.funds.FundsShelf;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The approval sheet of an adjustment (调整审批表), to be printed and filed. */
@Controller
class PrintedAdjustmentPage {
    private final BudgetShelf budgets;
    private final AdjustmentShelf shelf;
    private final LineBalances balances;
    private final FactReader facts;
    private final FundsShelf funds;
    private final CheckpointKeeper keeper;
    private final OfficialWords words;

    PrintedAdjustmentPage(
            BudgetShelf budgets,
            AdjustmentShelf shelf,
            LineBalances balances,
            FactReader facts,
            FundsShelf funds,
            CheckpointKeeper keeper,
            MessageSource messages) {
        this.budgets = budgets;
        this.shelf = shelf;
        this.balances = balances;
        this.facts = facts;
        this.funds = funds;
        this.keeper = keeper;
        this.words = new OfficialWords(messages);
    }

    @GetMapping("/execute/{id}/adjustments/{number}/print")
    String sheet(@PathVariable String id, @PathVariable int number, Model model) {
        OpenedBudget budget = budgets.openOnEitherClock(id);
        AdjustmentDocument document =
                shelf.find(budget.id(), budget.moment(), number).orElseThrow(PageNotFound::new);
        model.addAttribute("budget", budget);
        model.addAttribute("document", document);
        model.addAttribute("words", words);
        model.addAttribute("asOf", AsOf.ofRequest());
        model.addAttribute("entries", EntryView.of(budget.facts(), document, before(budget, document)));
        model.addAttribute("elsewhere", EntryView.elsewhere(budget.facts(), document));
        model.addAttribute("projectNames", AdjustmentPages.projectNames(budget));
        model.addAttribute(
                "changes",
                shelf.changes(budget.id(), budget.position(), document, AdjustmentPages.projectNames(budget)));
        source(model, budget, document);
        model.addAttribute(
                "checkpoint", keeper.latest().orElse("").lines().limit(3).toList());
        return "execute/adjustment-print";
    }

    /** Where the money of a supplement comes from, what it takes of it, and what is left. */
    private void source(Model model, OpenedBudget budget, AdjustmentDocument document) {
        AdjustmentRef own = new AdjustmentRef(budget.id(), document.number());
        FundedSource source = funds.of(own, budget.position()).orElse(null);
        model.addAttribute("drawnFrom", source);
        Optional<FundedSource.Use> use = Optional.ofNullable(source).stream()
                .flatMap(found -> found.uses().stream())
                .filter(one -> one.document().equals(own))
                .findFirst();
        model.addAttribute("drawnHeld", document.inReview());
        model.addAttribute(
                "drawn",
                use.map(one -> document.inReview() ? one.reservedYuan() : one.drawnYuan())
                        .orElse(null));
    }

    /** The lines right before it took effect, or as they are while it has not. */
    private List<Balance> before(OpenedBudget budget, AdjustmentDocument document) {
        OptionalLong effect = document.status().equals("effective")
                ? facts.since(budget.id(), FactKind.ADJUSTMENT_STEP, Integer.toString(document.number()))
                : OptionalLong.empty();
        return balances.of(budget.id(), effect.isPresent() ? effect.getAsLong() - 1 : budget.position());
    }
}
