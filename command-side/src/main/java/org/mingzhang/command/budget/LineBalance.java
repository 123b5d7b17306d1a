package org.mingzhang.command.budget;

import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;

/** What has happened to the money of a line since the budget was approved, by stage. */
public record LineBalance(
        Classification.Expenditure classification, Amount adjusted, Amount frozen, Amount committed, Amount executed) {
    static LineBalance none(Classification.Expenditure classification) {
        return new LineBalance(classification, Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);
    }

    LineBalance post(Posting posting) {
        Amount delta = posting.delta();
        return switch (posting.stage()) {
            case INITIAL -> throw new IllegalStateException("the initial budget moves after approval: " + posting);
            case ADJUSTED -> new LineBalance(classification, adjusted.plus(delta), frozen, committed, executed);
            case FROZEN -> new LineBalance(classification, adjusted, frozen.plus(delta), committed, executed);
            case COMMITTED -> new LineBalance(classification, adjusted, frozen, committed.plus(delta), executed);
            case EXECUTED -> new LineBalance(classification, adjusted, frozen, committed, executed.plus(delta));
        };
    }

    /** What may still be promised of a line that began with so much: 可用 = 额度 − 冻结 − 在途 − 已支付. */
    Amount available(Amount initial) {
        return initial.plus(adjusted).minus(frozen).minus(committed).minus(executed);
    }

    /** What of a line that began with so much is not paid or promised to a payment, whoever holds it. */
    Amount unspent(Amount initial) {
        return initial.plus(adjusted).minus(committed).minus(executed);
    }
}
