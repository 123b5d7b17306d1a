package org.mingzhang.kernel.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;

/**
 * Who decides on adjustments of one kind from one amount on.
 *
 * @param from first day on which it counts
 * @param to last day on which it counts; empty while it has none
 * @param least smallest amount moved by which it counts; the rule with the largest that fits decides
 * @param stations that a document has to pass; empty with {@code permitted} false
 * @param approvalDemanded whether it takes effect only with an approval document
 * @param basis where the rule comes from
 * @param confirmed whether that source was seen, or the rule is common practice that is still to be verified
 * @param amendment number of the amendment of the division that it came with; 0 for a built-in rule
 */
public record AdjustmentRule(
        LocalDate from,
        Optional<LocalDate> to,
        AdjustmentKind kind,
        Amount least,
        boolean permitted,
        List<AdjustmentStation> stations,
        boolean approvalDemanded,
        String basis,
        boolean confirmed,
        int amendment) {
    public AdjustmentRule {
        stations = List.copyOf(stations);
    }

    /** Its name: kind and the fen from which on it counts. */
    public String id() {
        return "path-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + least.fen();
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }
}
