package org.mingzhang.query.comparison;

import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.query.facts.PostingTrail.Posted;

/**
 * A posting, or a part of one, with what it counts.
 *
 * @param fen of it; with the other sign where it is taken off
 */
public record Movement(BudgetId budget, Posted posted, long fen) {
    static Movement of(BudgetId budget, Posted posted) {
        return new Movement(budget, posted, posted.delta().fen());
    }

    Movement of(long part) {
        return new Movement(budget, posted, part);
    }

    public Expenditure money() {
        return (Expenditure) posted.classification();
    }

    String unit() {
        return money().unit().value();
    }

    public Amount amount() {
        return new Amount(fen);
    }
}
