package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.policy.AmendedLimit;
import org.mingzhang.kernel.policy.AmendedTier;
import org.mingzhang.kernel.value.DivisionCode;

/** Something that somebody wants to become of the rules of a division. */
public sealed interface PolicyCommand extends DivisionCommand {
    @Override
    default String stream() {
        return PolicyEvent.stream(division());
    }

    /**
     * @param tiers all tiers of each kind that it sets
     * @param to last day on which it is to count; empty while it has none
     */
    record ProposeAmendment(
            DivisionCode division,
            LocalDate from,
            Optional<LocalDate> to,
            List<AmendedTier> tiers,
            List<AmendedLimit> limits,
            String reason)
            implements PolicyCommand {
        public ProposeAmendment {
            tiers = List.copyOf(tiers);
            limits = List.copyOf(limits);
        }
    }

    /** What is done with an amendment that was proposed. */
    sealed interface OnAmendment extends PolicyCommand {
        int number();
    }

    record PutAmendmentInForce(DivisionCode division, int number, String opinion) implements OnAmendment {}

    record DeclineAmendment(DivisionCode division, int number, String reason) implements OnAmendment {}
}
