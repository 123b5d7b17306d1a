package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.query.facts.FactChange.Put;

/** Adjustments as rows: the document once, and a row for each thing that happens to it. */
final class AdjustmentFold {
    private AdjustmentFold() {}

    static Stream<FactChange> rows(Envelope<AdjustmentEvent> envelope) {
        AdjustmentEvent message = envelope.message();
        return switch (message) {
            case AdjustmentEvent.AdjustmentSubmitted e ->
                Stream.of(document(envelope, e), step(envelope, "submitted", ""));
            case AdjustmentEvent.AdjustmentRulesApplied e ->
                Stream.of(new Put(
                        FactKind.ADJUSTMENT_RULES,
                        Integer.toString(e.number()),
                        new Facts.AdjustmentReasons(e.number(), e.rules(), e.limits(), e.acknowledged())));
            case AdjustmentEvent.CounterpartLinked e ->
                Stream.of(new Put(
                        FactKind.ADJUSTMENT_COUNTERPART,
                        Integer.toString(e.number()),
                        new Facts.Counterpart(e.number(), e.counterpart(), e.department(), e.leads(), e.entries())));
            case AdjustmentEvent.ProjectAdjustmentAsked e ->
                Stream.of(new Put(
                        FactKind.ADJUSTMENT_PROJECT,
                        Integer.toString(e.number()),
                        new Facts.ProjectChange(e.number(), e.before(), e.after())));
            case AdjustmentEvent.ProjectTakenOver e -> takenOver(e);
            case AdjustmentEvent.ProjectAdjusted e ->
                Stream.of(new Put(FactKind.PROJECT, e.after().code().value(), e.after()));
            case AdjustmentEvent.AdjustmentReviewed e ->
                Stream.of(step(
                        envelope, "reviewed", Optional.of(e.station()), e.document(), e.opinion(), Optional.empty()));
            case AdjustmentEvent.AdjustmentReturned e -> Stream.of(step(envelope, "returned", e.reason()));
            case AdjustmentEvent.AdjustmentWithdrawn e -> Stream.of(step(envelope, "withdrawn", e.reason()));
            case AdjustmentEvent.AdjustmentRejected e -> Stream.of(step(envelope, "rejected", e.reason()));
            case AdjustmentEvent.AttachmentAdded e -> Stream.of(attachment(envelope, e));
            case AdjustmentEvent.AdjustmentTookEffect e ->
                Stream.concat(
                        Stream.of(step(
                                envelope,
                                "effective",
                                Optional.empty(),
                                e.approval(),
                                "",
                                Optional.of(e.effectiveOn()))),
                        e.targets().stream()
                                .map(change -> new Put(
                                        FactKind.PROJECT_TARGETS,
                                        change.project().value(),
                                        new Facts.Targets(change.after()))));
        };
    }

    private static Stream<FactChange> takenOver(AdjustmentEvent.ProjectTakenOver event) {
        String code = event.project().code().value();
        FactChange project = new Put(FactKind.PROJECT, code, event.project());
        return event.targets().isEmpty()
                ? Stream.of(project)
                : Stream.of(project, new Put(FactKind.PROJECT_TARGETS, code, new Facts.Targets(event.targets())));
    }

    private static FactChange document(Envelope<AdjustmentEvent> envelope, AdjustmentEvent.AdjustmentSubmitted event) {
        Actor actor = envelope.actor();
        return new Put(
                FactKind.ADJUSTMENT,
                Integer.toString(event.number()),
                new Facts.AdjustmentFact(
                        event.number(),
                        event.kind(),
                        event.request(),
                        event.stations(),
                        event.approvalDemanded(),
                        event.policy(),
                        actor.login(),
                        named(actor),
                        envelope.businessDay()));
    }

    /** The same file twice in one role is one. */
    private static FactChange attachment(Envelope<AdjustmentEvent> envelope, AdjustmentEvent.AttachmentAdded event) {
        return new Put(
                FactKind.ATTACHMENT,
                event.number() + "-" + event.role().name() + "-"
                        + event.attachment().sha256(),
                new Facts.AttachmentFact(
                        event.number(),
                        event.role(),
                        event.attachment(),
                        named(envelope.actor()),
                        envelope.businessDay()));
    }

    private static FactChange step(Envelope<AdjustmentEvent> envelope, String step, String words) {
        return step(envelope, step, Optional.empty(), Optional.empty(), words, Optional.empty());
    }

    private static FactChange step(
            Envelope<AdjustmentEvent> envelope,
            String step,
            Optional<AdjustmentStation> station,
            Optional<Basis> document,
            String words,
            Optional<LocalDate> effectiveOn) {
        int number = envelope.message().number();
        return new Put(
                FactKind.ADJUSTMENT_STEP,
                Integer.toString(number),
                new Facts.AdjustmentStep(
                        number,
                        step,
                        station,
                        named(envelope.actor()),
                        envelope.actor().role(),
                        envelope.businessDay(),
                        document,
                        words,
                        effectiveOn));
    }

    /** Whoever acts for somebody is named with both. */
    static String named(Actor actor) {
        return actor.onBehalfOf()
                .map(other -> actor.displayName() + "（代 " + other + "）")
                .orElse(actor.displayName());
    }
}
