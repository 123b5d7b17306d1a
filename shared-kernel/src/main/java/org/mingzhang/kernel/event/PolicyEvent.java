package org.mingzhang.kernel.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.policy.AmendedLimit;
import org.mingzhang.kernel.policy.AmendedTier;
import org.mingzhang.kernel.value.DivisionCode;

/** What a division makes of the rules for adjustments: an amendment is proposed by one person and decided by another. */
public sealed interface PolicyEvent extends LedgerEvent {
    DivisionCode division();

    /** Of the amendment within its division, from 1. */
    int number();

    @Override
    default String stream() {
        return stream(division());
    }

    /** The stream of the amendments of a division. */
    static String stream(DivisionCode division) {
        return division + "-policy";
    }

    /**
     * @param from first day on which it is to count
     * @param to last such day; empty while it has none
     * @param tiers all tiers of each kind that it sets
     */
    record AmendmentProposed(
            DivisionCode division,
            int number,
            LocalDate from,
            Optional<LocalDate> to,
            List<AmendedTier> tiers,
            List<AmendedLimit> limits,
            String reason)
            implements PolicyEvent {
        public AmendmentProposed {
            tiers = List.copyOf(tiers);
            limits = List.copyOf(limits);
        }
    }

    record AmendmentPutInForce(DivisionCode division, int number, String opinion) implements PolicyEvent {}

    /** By whoever decides, or taken back by whoever proposed it. */
    record AmendmentDeclined(DivisionCode division, int number, String reason) implements PolicyEvent {}
}
