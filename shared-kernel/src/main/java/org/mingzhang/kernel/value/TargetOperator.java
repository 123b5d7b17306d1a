package org.mingzhang.kernel.value;

import java.math.BigDecimal;

/** How a target says that it is reached (performance.md §6). */
public enum TargetOperator {
    AT_LEAST("≥"),
    AT_MOST("≤"),
    MORE_THAN(">"),
    LESS_THAN("<"),
    EQUAL("="),
    /** Nothing was written; which way is better hangs on what is measured, see {@link TargetValue#lowerIsBetter}. */
    UNWRITTEN("");

    private final String sign;

    TargetOperator(String sign) {
        this.sign = sign;
    }

    /** As it is printed; blank when none was written. */
    public String sign() {
        return sign;
    }

    /** Whether an actual value reaches the bound; one without a written operator is read as at least. */
    public boolean reached(BigDecimal actual, BigDecimal bound) {
        int compared = actual.compareTo(bound);
        return switch (this) {
            case AT_LEAST, UNWRITTEN -> compared >= 0;
            case AT_MOST -> compared <= 0;
            case MORE_THAN -> compared > 0;
            case LESS_THAN -> compared < 0;
            case EQUAL -> compared == 0;
        };
    }
}
