package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.FundsStage;

/** A source with what has become of its money. */
public record FundsBalance(int number, FundsSource said, Amount granted, Amount reserved, Amount drawn) {
    static FundsBalance of(int number, FundsSource said) {
        return new FundsBalance(number, said, Amount.ZERO, Amount.ZERO, Amount.ZERO);
    }

    /** What may still be promised: 余额 = 来源 − 预占 − 已动支. */
    public Amount left() {
        return granted.minus(used());
    }

    /** What is held or given. */
    Amount used() {
        return reserved.plus(drawn);
    }

    FundsBalance saying(FundsSource after) {
        return new FundsBalance(number, after, granted, reserved, drawn);
    }

    FundsBalance after(List<FundsMovement> movements) {
        FundsBalance after = new FundsBalance(
                number,
                said,
                granted.plus(sum(movements, FundsStage.GRANTED)),
                reserved.plus(sum(movements, FundsStage.RESERVED)),
                drawn.plus(sum(movements, FundsStage.DRAWN)));
        if (after.reserved.isNegative()
                || after.drawn.isNegative()
                || after.left().isNegative()) {
            throw new IllegalStateException("source " + number + " is overdrawn: " + after);
        }
        return after;
    }

    static Amount sum(List<FundsMovement> movements, FundsStage stage) {
        return Amount.sum(movements.stream()
                .filter(movement -> movement.stage() == stage)
                .map(FundsMovement::delta)
                .toList());
    }
}
