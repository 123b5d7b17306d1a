package org.mingzhang.kernel.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentStation;

/**
 * A rule that names part of the way of a document; stored with the document.
 *
 * @param rule its name
 * @param from first day on which it counts
 * @param to last day on which it counts; empty while it has none
 * @param stations that it demands
 * @param approvalDemanded whether it demands an approval document
 * @param confirmed whether its source was seen
 * @param amendment number of the amendment of the division that it came with; 0 for a rule that comes with the program
 */
public record AppliedRule(
        String rule,
        LocalDate from,
        Optional<LocalDate> to,
        List<AdjustmentStation> stations,
        boolean approvalDemanded,
        String basis,
        boolean confirmed,
        int amendment) {
    public AppliedRule {
        stations = List.copyOf(stations);
    }

    public static AppliedRule of(AdjustmentRule rule) {
        return new AppliedRule(
                rule.id(),
                rule.from(),
                rule.to(),
                rule.stations(),
                rule.approvalDemanded(),
                rule.basis(),
                rule.confirmed(),
                rule.amendment());
    }

    public static AppliedRule of(Limit limit) {
        return new AppliedRule(
                limit.id(),
                limit.from(),
                limit.to(),
                limit.stations(),
                false,
                limit.basis(),
                limit.confirmed(),
                limit.amendment());
    }
}
