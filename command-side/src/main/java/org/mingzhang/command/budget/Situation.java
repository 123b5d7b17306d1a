package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.Set;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;

/**
 * Everything a command is decided on beside itself.
 *
 * @param takingOver whether the act opens the year from last year's budget, so that the one who opens may also enter
 *     what is taken over
 * @param withFiles whether files come with the command
 * @param amongOthers whether other commands are decided with it, so that what several of them say together is judged after
 *     the last
 */
record Situation(
        Policy policy,
        Actor actor,
        LocalDate today,
        States states,
        boolean takingOver,
        boolean withFiles,
        boolean amongOthers) {
    /** The same for a command with files. */
    Situation attached() {
        return new Situation(policy, actor, today, states, takingOver, true, amongOthers);
    }

    /** The same command from the place of another budget. */
    Situation at(BudgetId other) {
        return new Situation(policy, actor, today, states.seenFrom(other), takingOver, withFiles, amongOthers);
    }

    Budget budget() {
        return states.budget();
    }

    Funds funds() {
        return states.funds();
    }

    /** The first gate of each command: open, the right role, the right phase. */
    Findings gate(Set<Role> roles, Set<Phase> phases) {
        Findings findings = new Findings();
        if (budget().phase() == Phase.NOT_OPENED) {
            findings.object("", new Refusal.NotOpened());
            return findings;
        }
        return findings.require(roles.contains(actor.role()), "", () -> new Refusal.RoleNotAllowed(actor.role(), roles))
                .require(
                        phases.contains(budget().phase()),
                        "",
                        () -> new Refusal.PhaseNotAllowed(budget().phase(), phases));
    }

    /** The gate of everything that moves money of an approved budget. */
    Findings executing(Set<Role> roles) {
        return open(roles, Phase.AFTER_APPROVAL);
    }

    /** After the closing nothing moves, whoever asks. */
    Findings open(Set<Role> roles, Set<Phase> phases) {
        Findings findings = gate(roles, phases);
        budget().execution().closedOn().ifPresent(day -> findings.object("", new Refusal.YearIsClosed(day)));
        return findings;
    }

    /** The gate of everything that changes the content. */
    Findings draftingGate() {
        return gate(takingOver ? Roles.TAKING_OVER : Roles.DRAFTING, Phase.DRAFTING);
    }

    /** As if the budget said that. */
    Situation with(Content other) {
        return new Situation(
                policy, actor, today, states.with(budget().with(other)), takingOver, withFiles, amongOthers);
    }

    Content content() {
        return budget().content();
    }

    /** The year whose codes are valid for the budget, once it is open. */
    FiscalYear classificationYear() {
        return budget().opening().orElseThrow().classificationYear();
    }
}
