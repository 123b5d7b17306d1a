package org.mingzhang.query.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.mingzhang.kernel.value.Amount;

/** Points of evaluations and parts of a hundred, as they are printed. */
public final class Points {
    private Points() {}

    /** Of hundredths. */
    public static String of(int hundredths) {
        return BigDecimal.valueOf(hundredths)
                .movePointLeft(2)
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    static String percent(Amount part, Amount whole) {
        return whole.isZero()
                ? ""
                : BigDecimal.valueOf(part.fen())
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(whole.fen()), 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%";
    }
}
