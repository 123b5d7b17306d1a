package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.Set;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.value.Role;

/** Publication of the approved budget (disclosure-rules.md §1). */
final class DisclosureDecisions {
    private DisclosureDecisions() {}

    static Decision decide(Situation now, DisclosureCommand command) {
        return switch (command) {
            case DisclosureCommand.ConfirmSecrecyReview review -> review(now, review);
            case DisclosureCommand.PublishDisclosure publish -> publish(now, publish);
        };
    }

    private static Findings gate(Situation now, Set<Role> roles) {
        Findings findings = now.gate(roles, Phase.AFTER_APPROVAL);
        if (now.budget().publication() instanceof Publication.Published published) {
            findings.object("", new Refusal.AlreadyPublished(published.publishedOn()));
        }
        return findings;
    }

    private static Decision review(Situation now, DisclosureCommand.ConfirmSecrecyReview command) {
        Findings findings = gate(now, Roles.SECRECY);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        position(findings, command.position());
        TextRules.required(findings, "opinion", command.opinion());
        DayRules.notBefore(findings, "reviewedOn", command.reviewedOn(), approvedOn(now));
        DayRules.notAhead(findings, "reviewedOn", command.reviewedOn(), now);
        Publication same =
                new Publication.Reviewed(command.position(), now.actor(), command.reviewedOn(), command.opinion());
        return findings.acceptUnless(
                now.budget().publication().equals(same),
                () -> new DisclosureEvent.SecrecyReviewConfirmed(
                        command.budget(), command.position(), command.opinion(), command.reviewedOn()));
    }

    private static Decision publish(Situation now, DisclosureCommand.PublishDisclosure command) {
        Findings findings = gate(now, Roles.DEPARTMENT);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        PublishedTables.check(findings, command);
        return switch (now.budget().publication()) {
            case Publication.Reviewed review -> publish(now, findings, command, review);
            case Publication.NotPublished none -> withoutReview(findings);
            case Publication.Published done -> findings.refused();
        };
    }

    private static Decision withoutReview(Findings findings) {
        findings.object("", new Refusal.SecrecyReviewMissing());
        return findings.refused();
    }

    private static Decision publish(
            Situation now,
            Findings findings,
            DisclosureCommand.PublishDisclosure command,
            Publication.Reviewed review) {
        position(findings, command.position());
        findings.require(
                review.position() == command.position(),
                "position",
                () -> new Refusal.ReviewedAtAnotherPosition(review.position(), command.position()));
        SeparationOfDuties.apart(findings, review.reviewer(), now.actor());
        DayRules.notBefore(findings, "publishedOn", command.publishedOn(), review.reviewedOn());
        DayRules.notAhead(findings, "publishedOn", command.publishedOn(), now);
        int late = DayRules.late(
                approvedOn(now), command.publishedOn(), now.policy().publicationDays());
        return findings.accept(() -> event(command, review, late));
    }

    private static DisclosureEvent event(
            DisclosureCommand.PublishDisclosure command, Publication.Reviewed review, int late) {
        return new DisclosureEvent.DisclosurePublished(
                command.budget(),
                command.position(),
                command.templateVersions(),
                command.emptyTableNotes(),
                review.reviewer().login(),
                review.reviewedOn(),
                command.digest(),
                command.publishedOn(),
                late);
    }

    private static LocalDate approvedOn(Situation now) {
        return now.budget().round().approvedOn().orElseThrow();
    }

    private static void position(Findings findings, long position) {
        findings.require(position > 0, "position", () -> new Refusal.PositionUnfit(position));
    }
}
