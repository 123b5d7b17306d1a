package org.mingzhang.kernel.amendment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.PolicyEvent.AmendmentProposed;
import org.mingzhang.kernel.policy.AdjustmentRule;
import org.mingzhang.kernel.policy.Limit;
import org.mingzhang.kernel.value.Actor;

/**
 * An amendment as it stands.
 *
 * @param proposedOn the day on which it was proposed
 * @param decision what was decided; empty while nothing was
 */
public record Amendment(AmendmentProposed proposal, Actor maker, LocalDate proposedOn, Optional<Decided> decision) {
    /** @param words an opinion, or the reason why it was declined */
    public record Decided(boolean inForce, Actor actor, LocalDate day, String words) {}

    public int number() {
        return proposal.number();
    }

    public boolean open() {
        return decision.isEmpty();
    }

    public boolean inForce() {
        return decision.filter(Decided::inForce).isPresent();
    }

    List<AdjustmentRule> paths() {
        return proposal.tiers().stream()
                .map(tier -> new AdjustmentRule(
                        proposal.from(),
                        proposal.to(),
                        tier.kind(),
                        tier.least(),
                        tier.permitted(),
                        tier.stations(),
                        tier.approvalDemanded(),
                        tier.basis(),
                        tier.confirmed(),
                        number()))
                .toList();
    }

    List<Limit> limits() {
        return proposal.limits().stream()
                .map(limit -> limit.in(proposal.from(), proposal.to(), number()))
                .toList();
    }

    Amendment decided(Decided what) {
        return new Amendment(proposal, maker, proposedOn, Optional.of(what));
    }
}
