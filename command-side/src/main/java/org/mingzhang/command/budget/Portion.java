package org.mingzhang.command.budget;

import java.math.BigInteger;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;

/** How much is frozen or thawed: an amount, or a share of what there is. */
public sealed interface Portion {
    record Fixed(Amount amount) implements Portion {}

    /** @param percent 1 to 100 */
    record Percent(int percent) implements Portion {}

    /** In fen; a fraction of a fen is left out, so that a share never exceeds the whole. */
    default Amount of(Amount whole) {
        return switch (this) {
            case Fixed(Amount amount) -> amount;
            case Percent(int percent) ->
                new Amount(BigInteger.valueOf(whole.fen())
                        .multiply(BigInteger.valueOf(percent))
                        .divide(BigInteger.valueOf(100))
                        .longValueExact());
        };
    }

    default Optional<Integer> share() {
        return switch (this) {
            case Fixed ignored -> Optional.empty();
            case Percent(int percent) -> Optional.of(percent);
        };
    }
}
