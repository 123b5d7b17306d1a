package org.mingzhang.kernel.value;

import java.util.Optional;

/**
 * What the treasury's report says of one line in one month.
 *
 * @param paid what was paid; less than zero when a report nets what came back
 * @param refunded what came back, zero or less
 * @param committed what was in process (在途) at the end of the month; empty when the report does not say
 */
public record MonthFigures(Amount paid, Amount refunded, Optional<Amount> committed) {
    /** Paid without what came back. */
    public Amount net() {
        return paid.plus(refunded);
    }
}
