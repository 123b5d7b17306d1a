package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.Optional;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Envelope;

/**
 * How far the preparation is, and who brought it there.
 *
 * @param submitter who made the submission that is to be decided on, or was decided on last
 * @param enactment the resolution of the people's congress
 * @param approvedOn day of the finance bureau's 批复
 */
public record Round(
        Phase phase,
        Optional<Ceiling> ceiling,
        Optional<Actor> submitter,
        Optional<Basis> enactment,
        Optional<LocalDate> approvedOn) {
    static final Round NONE =
            new Round(Phase.NOT_OPENED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Round after(Envelope<? extends RoundEvent> envelope) {
        return switch (envelope.message()) {
            case RoundEvent.BudgetOpened e -> in(Phase.PREPARING);
            case RoundEvent.FirstProposalSubmitted e -> submitted(Phase.FIRST_UP, envelope.actor());
            case RoundEvent.FirstProposalReturned e -> in(Phase.PREPARING);
            case RoundEvent.CeilingIssued e -> in(Phase.FIRST_DOWN).under(e.ceiling());
            case RoundEvent.CeilingRevised e -> under(e.after());
            case RoundEvent.SecondDraftSubmitted e -> submitted(Phase.SECOND_UP, envelope.actor());
            case RoundEvent.SecondDraftReturned e -> in(Phase.FIRST_DOWN);
            case RoundEvent.IncludedInGovernmentDraft e -> in(Phase.IN_CONGRESS);
            case RoundEvent.BudgetEnacted e ->
                new Round(Phase.ENACTED, ceiling, submitter, Optional.of(e.resolution()), approvedOn);
            case RoundEvent.BudgetApproved e ->
                new Round(Phase.APPROVED, ceiling, submitter, enactment, Optional.of(e.approvedOn()));
            case RoundEvent.BudgetDistributed e -> in(Phase.DISTRIBUTED);
        };
    }

    private Round in(Phase next) {
        return new Round(next, ceiling, submitter, enactment, approvedOn);
    }

    private Round submitted(Phase next, Actor actor) {
        return new Round(next, ceiling, Optional.of(actor), enactment, approvedOn);
    }

    private Round under(Ceiling issued) {
        return new Round(phase, Optional.of(issued), submitter, enactment, approvedOn);
    }
}
