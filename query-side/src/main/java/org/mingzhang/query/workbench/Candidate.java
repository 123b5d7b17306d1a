package org.mingzhang.query.workbench;

import java.time.LocalDate;
import java.time.YearMonth;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Amount;

/**
 * A document that may be chosen.
 *
 * @param submitted the business day of its submission
 * @param amount how much changes its place, or comes, or goes
 */
public record Candidate(AdjustmentRef document, AdjustmentKind kind, LocalDate submitted, Amount amount) {
    /** What it belongs to where shares are chosen. */
    String stratum(SampleMethod method) {
        return switch (method) {
            case SIMPLE, AMOUNT -> "";
            case KIND -> kind.name();
            case MONTH -> YearMonth.from(submitted).toString();
        };
    }

    String key() {
        return document.budget() + "/" + document.number();
    }
}
