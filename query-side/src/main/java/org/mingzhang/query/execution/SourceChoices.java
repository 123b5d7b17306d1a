package org.mingzhang.query.execution;

import java.util.List;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.query.funds.FundsShelf;
import org.mingzhang.query.web.Choice;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.Shown;
import org.springframework.ui.Model;

/** What a supplement may draw on: registered sources of which something is left, and a revision that has none yet. */
final class SourceChoices {
    private static final int OFFERED = 3_000;

    private SourceChoices() {}

    static void offer(Model model, OpenedBudget budget, FundsShelf funds) {
        List<Choice> left = funds.of(FundsId.of(budget.id()), budget.moment()).stream()
                .filter(source -> source.left().exceeds(Amount.ZERO))
                .limit(OFFERED)
                .map(source -> new Choice(Integer.toString(source.number()), source.label()))
                .toList();
        if (!left.isEmpty()) {
            // a label tells what is left of the source
            Shown.budgets(List.of(FundsId.of(budget.id()).toString()));
        }
        SupplementSource[] unregistered = {SupplementSource.REVISION};
        model.addAttribute("sourceNumbers", left);
        model.addAttribute("sourcesOfFunds", Choice.of(unregistered, SupplementSource::label));
    }
}
