package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.kernel.value.Stage;

/**
 * The postings of preparation: initial budget from 1 January of the year, on no document yet.
 *
 * @param line the line whose money moves
 */
record Postings(BudgetId budget, LineKey line) {
    List<Posting> of(LineContent content) {
        return List.of(post(content.classification(), content.amount()));
    }

    List<Posting> of(RevenueContent content) {
        return List.of(post(content.classification(), content.amount()));
    }

    /** Takes the old content back and puts the new one on, also when only a note changed: one shape for every reader. */
    List<Posting> between(LineContent before, LineContent after) {
        return between(before.classification(), before.amount(), after.classification(), after.amount());
    }

    List<Posting> between(RevenueContent before, RevenueContent after) {
        return between(before.classification(), before.amount(), after.classification(), after.amount());
    }

    List<Posting> back(LineContent content) {
        return List.of(post(content.classification(), content.amount().negated()));
    }

    List<Posting> back(RevenueContent content) {
        return List.of(post(content.classification(), content.amount().negated()));
    }

    private List<Posting> between(Classification from, Amount before, Classification to, Amount after) {
        return List.of(post(from, before.negated()), post(to, after));
    }

    private Posting post(Classification classification, Amount delta) {
        return new Posting(line, classification, Stage.INITIAL, delta, firstDay(), "");
    }

    private LocalDate firstDay() {
        return LocalDate.of(budget.year().value(), 1, 1);
    }
}
