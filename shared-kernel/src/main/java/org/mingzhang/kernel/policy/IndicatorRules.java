package org.mingzhang.kernel.policy;

import java.time.LocalDate;
import java.util.List;

/** The indicators that are worked out from the ledger, as dated data ({@code performance-indicators.tsv}). */
public final class IndicatorRules {
    private static final List<IndicatorRule> SHIPPED = RuleFiles.indicators();

    private IndicatorRules() {}

    /** Those of a day, in the order in which they are shown. */
    public static List<IndicatorRule> inForceOn(LocalDate day) {
        return SHIPPED.stream().filter(rule -> rule.inForceOn(day)).toList();
    }
}
