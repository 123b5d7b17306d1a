package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.TargetChange;

/** Adjustments of the approved budget, from submission to effect (lifecycle.md §8.3). */
final class AdjustmentDecisions {
    private AdjustmentDecisions() {}

    static Decision decide(Situation now, AdjustmentCommand command) {
        return switch (command) {
            case AdjustmentCommand.SubmitAdjustment c ->
                SubmissionDecisions.submit(now, new Asked(c.request(), Optional.empty(), c.acknowledged(), c.source()));
            case AdjustmentCommand.AdjustProject c ->
                SubmissionDecisions.submit(
                        now, new Asked(c.request(), Optional.of(c.project()), c.acknowledged(), c.source()));
            case AdjustmentCommand.SubmitReorganisation c ->
                SubmissionDecisions.submit(
                        now,
                        new Asked(
                                c.request(),
                                Optional.empty(),
                                c.acknowledged(),
                                Optional.empty(),
                                Optional.of(c.other())));
            case AdjustmentCommand.WithAttachments with -> AttachmentDecisions.decide(now, with);
            case AdjustmentCommand.OnDocument on ->
                now.budget()
                        .execution()
                        .adjustments()
                        .get(on.number())
                        .map(found -> onDocument(now, on, found))
                        .orElseGet(() -> unknown(now, on.number()));
        };
    }

    /** A document that follows another is decided on with that one; what is decided on one that leads holds for both. */
    private static Decision onDocument(Situation now, AdjustmentCommand.OnDocument command, FiledAdjustment document) {
        if (document.follows()) {
            return now.executing(Set.of(now.actor().role()))
                    .require(false, "", () -> ReorganisationRules.follows(document))
                    .refused();
        }
        Decision decision = alone(now, command, document);
        return document.counterpart()
                .map(other -> BothSides.decided(now, other, decision))
                .orElse(decision);
    }

    private static Decision alone(Situation now, AdjustmentCommand.OnDocument command, FiledAdjustment document) {
        return switch (command) {
            case AdjustmentCommand.ReviewAdjustment c -> review(now, c, document);
            case AdjustmentCommand.ReturnAdjustment c ->
                ended(
                        now,
                        document,
                        c.reason(),
                        Roles::returningFrom,
                        postings ->
                                new AdjustmentEvent.AdjustmentReturned(c.budget(), c.number(), c.reason(), postings));
            case AdjustmentCommand.RejectAdjustment c ->
                ended(
                        now,
                        document,
                        c.reason(),
                        Roles::at,
                        postings ->
                                new AdjustmentEvent.AdjustmentRejected(c.budget(), c.number(), c.reason(), postings));
            case AdjustmentCommand.WithdrawAdjustment c -> withdraw(now, c, document);
            case AdjustmentCommand.ReverseAdjustment c -> reverse(now, c, document);
            case AdjustmentCommand.PutAdjustmentIntoEffect c -> takeEffect(now, c, document);
        };
    }

    /** What takes something back is not taken back itself: what is wanted again is asked for anew, with its own grounds. */
    private static Decision reverse(
            Situation now, AdjustmentCommand.ReverseAdjustment command, FiledAdjustment document) {
        Optional<Integer> earlier = document.request().reverses();
        if (earlier.isPresent()) {
            return now.executing(Roles.DRAFTING)
                    .require(false, "number", () -> new Refusal.ReverseOfReverse(document.number(), earlier.get()))
                    .refused();
        }
        return SubmissionDecisions.submit(now, Reversal.of(document, now, command.reason(), command.effectiveOn()));
    }

    private static Decision review(
            Situation now, AdjustmentCommand.ReviewAdjustment command, FiledAdjustment document) {
        AdjustmentStation station = command.station();
        Findings findings = new StationGate(now, document).passing(station);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        notItsMaker(findings, now, document);
        findings.require(
                !station.isOutside() || command.document().isPresent(),
                "documentNumber",
                () -> new Refusal.DecisionDocumentMissing(station));
        command.document().ifPresent(found -> DayRules.notAhead(findings, "date", found.date(), now));
        TextRules.optional(findings, "opinion", command.opinion());
        ActiveTexts.check(findings, "opinion", command.opinion());
        command.document()
                .ifPresent(found -> DocumentRules.check(findings, now, document, Optional.of(station), found));
        return findings.accept(() -> new AdjustmentEvent.AdjustmentReviewed(
                command.budget(), command.number(), station, command.document(), command.opinion()));
    }

    interface Ending {
        AdjustmentEvent with(List<Posting> postings);
    }

    private static Decision ended(
            Situation now,
            FiledAdjustment document,
            String reason,
            Function<AdjustmentStation, Set<Role>> roles,
            Ending ending) {
        Findings findings = new StationGate(now, document).ending(roles);
        if (findings.isEmpty()) {
            notItsMaker(findings, now, document);
            TextRules.reason(findings, reason);
            ActiveTexts.check(findings, "reason", reason);
        }
        return findings.acceptAll(() -> ended(now, document, ending));
    }

    private static Decision withdraw(
            Situation now, AdjustmentCommand.WithdrawAdjustment command, FiledAdjustment document) {
        Findings findings = new StationGate(now, document).withdrawing();
        if (findings.isEmpty()) {
            findings.require(
                    SeparationOfDuties.sameSide(document.maker(), now.actor()),
                    "",
                    () -> new Refusal.NotTheMaker(document.maker().login()));
            TextRules.reason(findings, command.reason());
            ActiveTexts.check(findings, "reason", command.reason());
        }
        return findings.acceptAll(() -> ended(
                now,
                document,
                postings -> new AdjustmentEvent.AdjustmentWithdrawn(
                        command.budget(), command.number(), command.reason(), postings)));
    }

    /** What it held of lines and of its source is free again. */
    static List<LedgerEvent> ended(Situation now, FiledAdjustment document, Ending ending) {
        List<LedgerEvent> events = new ArrayList<>();
        events.add(ending.with(new AdjustmentPostings(document.number(), document.request()).released(now.today())));
        events.addAll(new FundsDraws(now, document.number()).released());
        return events;
    }

    private static Decision takeEffect(
            Situation now, AdjustmentCommand.PutAdjustmentIntoEffect command, FiledAdjustment document) {
        Findings findings = new StationGate(now, document).registering();
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        document.next().ifPresent(open -> findings.object("", new Refusal.StationOpen(document.number(), open)));
        notItsMaker(findings, now, document);
        findings.require(
                !document.approvalDemanded() || command.approval().isPresent(),
                "documentNumber",
                Refusal.ApprovalDocumentMissing::new);
        LocalDate day = command.effectiveOn();
        DayRules.notAhead(findings, "effectiveOn", day, now);
        RequestRules.inItsYear(findings, now, day);
        document.decidedOn()
                .ifPresent(decided -> findings.require(
                        !day.isBefore(decided), "effectiveOn", () -> new Refusal.EffectBeforeDecision(day, decided)));
        command.approval().ifPresent(approval -> {
            DayRules.notAhead(findings, "date", approval.date(), now);
            DocumentRules.check(findings, now, document, Optional.empty(), approval);
            DayRules.notBefore(findings, "effectiveOn", day, approval.date());
        });
        return findings.acceptAll(() -> effects(now, command, document));
    }

    static List<LedgerEvent> effects(
            Situation now, AdjustmentCommand.PutAdjustmentIntoEffect command, FiledAdjustment document) {
        List<LedgerEvent> effects = new ArrayList<>();
        effects.add(effect(now, command, document));
        document.project()
                .ifPresent(change -> effects.add(new AdjustmentEvent.ProjectAdjusted(
                        command.budget(),
                        command.number(),
                        now.content().projects().get(change.after().code()).orElseThrow(),
                        change.after())));
        effects.addAll(
                new FundsDraws(now, document.number()).effect(document, command.effectiveOn(), command.approval()));
        return effects;
    }

    private static AdjustmentEvent effect(
            Situation now, AdjustmentCommand.PutAdjustmentIntoEffect command, FiledAdjustment document) {
        List<TargetChange> targets = new ArrayList<>();
        document.request()
                .performance()
                .forEach(effect -> effect.revised()
                        .ifPresent(after -> targets.add(
                                new TargetChange(effect.project(), now.content().targetsOf(effect.project()), after))));
        String basis = command.approval().map(Basis::documentNumber).orElse("");
        return new AdjustmentEvent.AdjustmentTookEffect(
                command.budget(),
                command.number(),
                command.approval(),
                command.effectiveOn(),
                targets,
                new AdjustmentPostings(document.number(), document.request())
                        .moved(now.today(), command.effectiveOn(), basis));
    }

    private static void notItsMaker(Findings findings, Situation now, FiledAdjustment document) {
        SeparationOfDuties.apart(findings, document.maker(), now.actor());
    }

    private static Decision unknown(Situation now, int number) {
        Findings findings = now.executing(Set.of(now.actor().role()));
        Supplier<Refusal> refusal = () -> new Refusal.AdjustmentUnknown(number);
        return findings.require(false, "number", refusal).refused();
    }
}
