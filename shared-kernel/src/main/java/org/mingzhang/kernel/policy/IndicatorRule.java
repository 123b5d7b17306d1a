package org.mingzhang.kernel.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.TargetOperator;

/**
 * An indicator that is worked out from the ledger, and what is commonly demanded of it where a department has set itself
 * nothing else.
 *
 * @param id stable name, such as {@code budget-execution}
 * @param from first day on which it counts
 * @param to last day on which it counts; empty while it has none
 * @param name as it stands in table 11, without quotation marks
 * @param bound in per cent
 * @param exceptKinds adjustments of these kinds are not counted
 * @param exceptReasons adjustments for these reasons are not counted
 * @param confirmed whether its source was seen
 */
public record IndicatorRule(
        String id,
        LocalDate from,
        Optional<LocalDate> to,
        String name,
        IndicatorFormula formula,
        TargetOperator operator,
        BigDecimal bound,
        Set<AdjustmentKind> exceptKinds,
        Set<ReasonClass> exceptReasons,
        String basis,
        boolean confirmed) {
    public IndicatorRule {
        exceptKinds = Set.copyOf(exceptKinds);
        exceptReasons = Set.copyOf(exceptReasons);
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }

    /** Whether an indicator of that name is this one; quotation marks stand now here, now there. */
    public boolean isNamed(String other) {
        return name.equals(bare(other));
    }

    private static String bare(String name) {
        return name.replaceAll("[“”\"‘’「」\\s]", "");
    }
}
