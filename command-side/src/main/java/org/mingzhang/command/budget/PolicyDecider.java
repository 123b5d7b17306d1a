package org.mingzhang.command.budget;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mingzhang.kernel.amendment.Amendment;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;

/** Decides what becomes of the rules of a division: a pure function of the command and the amendments so far. */
public final class PolicyDecider {
    private final Envelope<? extends PolicyCommand> envelope;
    private final PolicyBook book;
    private final Findings findings = new Findings();

    private PolicyDecider(Envelope<? extends PolicyCommand> envelope, PolicyBook book) {
        this.envelope = envelope;
        this.book = book;
    }

    public static PolicyDecision decide(Envelope<? extends PolicyCommand> envelope, PolicyBook book) {
        return new PolicyDecider(envelope, book).decide();
    }

    private PolicyDecision decide() {
        return switch (envelope.message()) {
            case PolicyCommand.ProposeAmendment command -> propose(command);
            case PolicyCommand.PutAmendmentInForce command -> putInForce(command);
            case PolicyCommand.DeclineAmendment command -> decline(command);
        };
    }

    private PolicyDecision propose(PolicyCommand.ProposeAmendment command) {
        by(Roles.FINANCE_BUREAU);
        if (findings.isEmpty()) {
            TextRules.reason(findings, command.reason());
            notInThePast("from", command);
            command.to()
                    .ifPresent(last -> findings.require(
                            !last.isBefore(command.from()), "to", () -> new Refusal.DayTooEarly(last, command.from())));
            AmendmentRules.check(findings, command.tiers(), command.limits());
        }
        return answer(() -> new PolicyEvent.AmendmentProposed(
                command.division(),
                book.nextNumber(),
                command.from(),
                command.to(),
                command.tiers(),
                command.limits(),
                command.reason()));
    }

    private void notInThePast(String field, PolicyCommand.ProposeAmendment command) {
        findings.require(
                !command.from().isBefore(envelope.businessDay()),
                field,
                () -> new Refusal.DayTooEarly(command.from(), envelope.businessDay()));
    }

    /** Two people: whoever proposed it does not put it in force; and nothing counts before it was decided. */
    private PolicyDecision putInForce(PolicyCommand.PutAmendmentInForce command) {
        by(Roles.BUDGET_OFFICE);
        open(command.number()).ifPresent(amendment -> {
            SeparationOfDuties.apart(findings, amendment.maker(), envelope.actor());
            findings.require(
                    !amendment.proposal().from().isBefore(envelope.businessDay()),
                    "",
                    () -> new Refusal.DayTooEarly(amendment.proposal().from(), envelope.businessDay()));
            TextRules.optional(findings, "opinion", command.opinion());
        });
        return answer(
                () -> new PolicyEvent.AmendmentPutInForce(command.division(), command.number(), command.opinion()));
    }

    /** Whoever proposed it may take it back. */
    private PolicyDecision decline(PolicyCommand.DeclineAmendment command) {
        by(Roles.FINANCE_BUREAU);
        open(command.number()).ifPresent(amendment -> TextRules.reason(findings, command.reason()));
        return answer(() -> new PolicyEvent.AmendmentDeclined(command.division(), command.number(), command.reason()));
    }

    private void by(Set<Role> roles) {
        Role role = envelope.actor().role();
        findings.require(roles.contains(role), "", () -> new Refusal.RoleNotAllowed(role, roles));
    }

    private Optional<Amendment> open(int number) {
        Optional<Amendment> found = book.find(number);
        findings.require(found.isPresent(), "number", () -> new Refusal.AmendmentUnknown(number));
        found.ifPresent(
                amendment -> findings.require(amendment.open(), "", () -> new Refusal.AmendmentDecided(number)));
        return findings.isEmpty() ? found : Optional.empty();
    }

    private PolicyDecision answer(Supplier<PolicyEvent> event) {
        return findings.isEmpty()
                ? new PolicyDecision.Accepted(event.get())
                : new PolicyDecision.Refused(findings.objections());
    }
}
