package org.mingzhang.query.execution;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.export.GridColumn;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What happened to one project, event by event, in sentences: who, when, with which document. */
final class ProjectStory {
    private final ProjectCode project;
    private final List<AdjustmentDocument> adjustments;

    /** @param adjustments the documents that touch it */
    ProjectStory(ProjectCode project, List<AdjustmentDocument> adjustments) {
        this.project = project;
        this.adjustments = adjustments;
    }

    /** Empty for an event that says nothing of the project. */
    Optional<Told> tell(RecordedEvent event) {
        Envelope<BudgetEvent> envelope = event.of(BudgetEvent.class);
        return said(envelope.message()).map(said -> told(event.position(), envelope, said));
    }

    /** The part of a sentence that the event alone gives. */
    private record Said(
            String words,
            List<Object> arguments,
            Optional<Basis> document,
            Optional<Integer> adjustment,
            Optional<List<Indicator>> targets) {
        static Said of(String words, Object... arguments) {
            return new Said(words, List.of(arguments), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Said targets(List<Indicator> now) {
            return new Said(words, arguments, document, adjustment, Optional.of(now));
        }

        Said document(Optional<Basis> basis) {
            return new Said(words, arguments, basis, adjustment, targets);
        }

        Said adjustment(int number) {
            return new Said(words, arguments, document, Optional.of(number), targets);
        }
    }

    private Optional<Said> said(BudgetEvent message) {
        return switch (message) {
            case ProjectEvent event -> Optional.of(ofProject(event));
            case TargetEvent.ProjectTargetsSet event -> Optional.of(targets(event));
            case TargetEvent.OverallTargetsSet ignored -> Optional.empty();
            case LineEvent event -> Optional.of(line(event));
            case AdjustmentEvent event -> adjustment(event).map(said -> said.adjustment(event.number()));
            case RoundEvent ignored -> Optional.empty();
            case OrganisationEvent ignored -> Optional.empty();
            case RevenueEvent ignored -> Optional.empty();
            case StatementEvent ignored -> Optional.empty();
            case ComparativeEvent ignored -> Optional.empty();
            case DisclosureEvent ignored -> Optional.empty();
            case ExecutionEvent.OfLine event -> Optional.of(execution(event));
            case ExecutionEvent.YearClosed ignored -> Optional.empty();
            case AccountsEvent ignored -> Optional.empty();
            case PerformanceEvent event -> Optional.of(performance(event));
        };
    }

    private static Said performance(PerformanceEvent event) {
        return switch (event) {
            case PerformanceEvent.PerformanceMonitored e ->
                Said.of("story.monitored", e.through().toString(), yuan(e.executed()), word(e.action()));
            case PerformanceEvent.PerformanceSelfEvaluated e ->
                Said.of(
                        "story.self-evaluated",
                        BigDecimal.valueOf(e.total()).movePointLeft(2).toPlainString(),
                        e.grade());
        };
    }

    private static Said execution(ExecutionEvent.OfLine event) {
        String key = event.line().value();
        return switch (event) {
            case ExecutionEvent.ProvisionalIssued e ->
                Said.of("story.provisional", key, yuan(e.amount())).document(Optional.of(e.basis()));
            case ExecutionEvent.ProvisionalReplaced e -> Said.of("story.provisional-replaced", key, yuan(e.approved()));
            case ExecutionEvent.LineFrozen e ->
                Said.of("story.frozen", key, yuan(e.amount()), e.opinion()).document(e.document());
            case ExecutionEvent.LineThawed e ->
                Said.of("story.thawed", key, yuan(e.amount()), e.opinion()).document(e.document());
            case ExecutionEvent.ExecutionRecorded e ->
                Said.of(
                                "story.executed",
                                key,
                                e.month().toString(),
                                yuan(e.after().net()))
                        .document(Optional.of(e.source()));
            case ExecutionEvent.CarryOverStated e -> Said.of("story.carry-over", key, yuan(e.carried()), e.statement());
            case ExecutionEvent.LineClosed e -> Said.of("story.closed", key, yuan(e.carried()), yuan(e.lapsed()));
        };
    }

    private static Said ofProject(ProjectEvent event) {
        return switch (event) {
            case ProjectEvent.ProjectRegistered e ->
                Said.of("story.registered", e.project().name());
            case ProjectEvent.ProjectRevised e -> Said.of("story.revised", e.reason());
            case ProjectEvent.ProjectRemoved e -> Said.of("story.removed", e.reason());
        };
    }

    private static Said targets(TargetEvent.ProjectTargetsSet event) {
        return Said.of("story.targets", count(event.before()), count(event.after()))
                .targets(event.after());
    }

    private static Said line(LineEvent event) {
        String key = event.line().value();
        return switch (event) {
            case LineEvent.LineAllocated e ->
                Said.of("story.line-allocated", key, yuan(e.content().amount()));
            case LineEvent.LineRevised e ->
                Said.of(
                        "story.line-revised",
                        key,
                        yuan(e.before().amount()),
                        yuan(e.after().amount()));
            case LineEvent.LineRemoved e ->
                Said.of("story.line-removed", key, yuan(e.content().amount()), e.reason());
        };
    }

    private Optional<Said> adjustment(AdjustmentEvent event) {
        String number = Integer.toString(event.number());
        return switch (event) {
            case AdjustmentEvent.AdjustmentSubmitted e ->
                Optional.of(Said.of(
                        "story.submitted",
                        number,
                        word(e.kind()),
                        change(e.request().entries()),
                        e.request().reason()));
            case AdjustmentEvent.AdjustmentReviewed e ->
                Optional.of(Said.of("story.reviewed", number, word(e.station())).document(e.document()));
            case AdjustmentEvent.AdjustmentReturned e -> Optional.of(Said.of("story.returned", number, e.reason()));
            case AdjustmentEvent.AdjustmentWithdrawn e -> Optional.of(Said.of("story.withdrawn", number, e.reason()));
            case AdjustmentEvent.AdjustmentRejected e -> Optional.of(Said.of("story.rejected", number, e.reason()));
            case AdjustmentEvent.AdjustmentTookEffect e -> Optional.of(effect(e, number));
            case AdjustmentEvent.ProjectAdjusted e ->
                Optional.of(Said.of(
                        "story.project-adjusted",
                        number,
                        e.before().name(),
                        e.after().name()));
            case AdjustmentEvent.ProjectTakenOver e -> Optional.of(Said.of("story.taken-over", number));
            case AdjustmentEvent.AttachmentAdded e ->
                Optional.of(Said.of("story.attached", number, e.attachment().name(), word(e.role())));
            case AdjustmentEvent.ProjectAdjustmentAsked ignored -> Optional.empty();
            case AdjustmentEvent.AdjustmentRulesApplied ignored -> Optional.empty();
            case AdjustmentEvent.CounterpartLinked ignored -> Optional.empty();
        };
    }

    private Said effect(AdjustmentEvent.AdjustmentTookEffect event, String number) {
        List<AdjustmentEntry> entries = adjustments.stream()
                .filter(document -> document.number() == event.number())
                .flatMap(document -> document.fact().request().entries().stream())
                .toList();
        Said said = Said.of("story.effective", number, change(entries)).document(event.approval());
        return event.targets().stream()
                .filter(change -> change.project().equals(project))
                .findFirst()
                .map(change -> said.targets(change.after()))
                .orElse(said);
    }

    private static Told told(long position, Envelope<BudgetEvent> envelope, Said said) {
        return new Told(
                position,
                envelope.businessDay(),
                named(envelope.actor()),
                envelope.actor().role(),
                said.words(),
                said.arguments(),
                said.document().map(Basis::documentNumber).orElse(""),
                said.adjustment(),
                said.targets());
    }

    /** In the language of whoever reads. */
    private static MessageSourceResolvable word(Enum<?> value) {
        return new DefaultMessageSourceResolvable(GridColumn.choice(value));
    }

    private static String named(Actor actor) {
        return actor.onBehalfOf()
                .map(other -> actor.displayName() + "（代 " + other + "）")
                .orElse(actor.displayName());
    }

    /** What the entries change for the project, with a sign. */
    private String change(List<AdjustmentEntry> entries) {
        Amount sum = Amount.sum(entries.stream()
                .filter(entry -> ProjectLibrary.touches(entry, project))
                .map(AdjustmentEntry::change)
                .toList());
        return (sum.exceeds(Amount.ZERO) ? "+" : "") + yuan(sum);
    }

    private static String count(List<Indicator> targets) {
        return Integer.toString(targets.size());
    }

    private static String yuan(Amount amount) {
        return AmountUnit.YUAN.print(amount);
    }
}
