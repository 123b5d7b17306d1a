package org.mingzhang.command.budget;

import java.util.EnumMap;
import java.util.Map;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Stage;

/** What has happened to the money of a line beside its preparation, by stage. */
public record LineBalance(Classification.Expenditure classification, Map<Stage, Amount> byStage) {
    public LineBalance {
        byStage = Map.copyOf(byStage);
    }

    static LineBalance none(Classification.Expenditure classification) {
        return new LineBalance(classification, Map.of());
    }

    LineBalance post(Posting posting) {
        if (posting.stage() == Stage.INITIAL) {
            throw new IllegalStateException("the initial budget is not moved by execution: " + posting);
        }
        Map<Stage, Amount> now = new EnumMap<>(Stage.class);
        now.putAll(byStage);
        now.merge(posting.stage(), posting.delta(), Amount::plus);
        return new LineBalance(classification, now);
    }

    public Amount of(Stage stage) {
        return byStage.getOrDefault(stage, Amount.ZERO);
    }

    /** Paid, or promised to a payment (已用). */
    Amount used() {
        return of(Stage.EXECUTED).plus(of(Stage.COMMITTED));
    }

    /** What may still be promised of a line that began with so much: 可用 = 额度 − 冻结 − 在途 − 已支付; nothing once closed. */
    Amount available(Amount initial) {
        return left(initial)
                .minus(of(Stage.FROZEN))
                .minus(of(Stage.COMMITTED))
                .minus(of(Stage.CARRIED_OVER))
                .minus(of(Stage.LAPSED));
    }

    /** What was not spent. */
    Amount left(Amount initial) {
        return initial.plus(of(Stage.ADJUSTED)).minus(of(Stage.EXECUTED));
    }

    /** What may still be promised before the approval: what was issued for that, and not used. */
    Amount provisionalLeft() {
        return of(Stage.PROVISIONAL).minus(used());
    }

    /** What of a line that began with so much is not paid or promised to a payment, whoever holds it. */
    Amount unspent(Amount initial) {
        return left(initial).minus(of(Stage.COMMITTED));
    }
}
