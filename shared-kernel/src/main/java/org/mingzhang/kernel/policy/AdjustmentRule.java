package org.mingzhang.kernel.policy;

import java.time.LocalDate;
import java.util.List;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;

/**
 * Who decides on adjustments of one kind from one amount on.
 *
 * @param from first day on which it counts
 * @param least smallest amount moved by which it counts; the rule with the largest that fits decides
 * @param stations that a document has to pass; empty with {@code permitted} false
 * @param approvalDemanded whether it takes effect only with an approval document
 * @param basis where the rule comes from
 * @param confirmed whether that source was seen, or the rule is common practice that is still to be verified
 */
public record AdjustmentRule(
        LocalDate from,
        AdjustmentKind kind,
        Amount least,
        boolean permitted,
        List<AdjustmentStation> stations,
        boolean approvalDemanded,
        String basis,
        boolean confirmed) {
    public AdjustmentRule {
        stations = List.copyOf(stations);
    }
}
