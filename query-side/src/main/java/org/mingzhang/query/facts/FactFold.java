package org.mingzhang.query.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.ReadingEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.RevenueContent;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.FactChange.Close;
import org.mingzhang.query.facts.FactChange.Put;

/** Folds an event into changes of facts: pure, and a new event breaks the build here until it is thought of. */
public final class FactFold {
    /**
     * Raised whenever a stored event folds into other rows: facts of another version are made again. The second has sums of
     * what is released ({@link SumsWriter}) and the income that follows expenditure ({@link FollowingRevenue}).
     */
    public static final int VERSION = 2;

    private static final String ONE = "";

    private FactFold() {}

    public static List<FactChange> changes(Envelope<LedgerEvent> envelope) {
        LedgerEvent message = envelope.message();
        List<FactChange> changes = new ArrayList<>();
        for (Posting posting : message.postings()) {
            changes.add(new FactChange.Post(changes.size(), posting));
        }
        for (Posting posting : FollowingRevenue.of(message.postings())) {
            changes.add(new FactChange.Post(changes.size(), posting));
        }
        rows(envelope).forEach(changes::add);
        return changes;
    }

    private static Stream<FactChange> rows(Envelope<LedgerEvent> envelope) {
        return switch (envelope.message()) {
            case RoundEvent event -> round(envelope, event);
            case OrganisationEvent event -> Stream.of(unit(event));
            case LineEvent event -> Stream.of(line(event));
            case RevenueEvent event -> Stream.of(revenue(event));
            case ProjectEvent event -> Stream.of(project(event));
            case TargetEvent event -> Stream.of(targets(event));
            case StatementEvent.StatementMade event ->
                Stream.of(new Put(FactKind.STATEMENT, event.after().topic(), event.after()));
            case ComparativeEvent.ComparativesStated event -> Stream.of(stated(envelope, event));
            case DisclosureEvent event -> Stream.of(disclosure(envelope, event));
            case AdjustmentEvent event -> AdjustmentFold.rows(envelope.with(event));
            case ExecutionEvent event -> ExecutionFold.rows(envelope.with(event));
            case AccountsEvent event -> Stream.of(ExecutionFold.accounts(envelope.with(event)));
            case PerformanceEvent event -> Stream.of(PerformanceFold.row(envelope.with(event)));
            case FundsEvent event -> FundsFold.rows(envelope.with(event));
            case SubmissionEvent tried -> Stream.empty();
            case ReadingEvent seen -> Stream.empty();
            case PolicyEvent amended -> Stream.empty();
            case CrosswalkEvent ofComparisons -> Stream.empty();
            case AdministrationEvent ofAccounts -> Stream.empty();
        };
    }

    private static Stream<FactChange> round(Envelope<LedgerEvent> envelope, RoundEvent event) {
        return switch (event) {
            case RoundEvent.BudgetOpened e ->
                Stream.of(
                        new Put(
                                FactKind.HEADER,
                                ONE,
                                new BudgetHeader(
                                        e.budget(),
                                        e.divisionName(),
                                        e.departmentName(),
                                        e.shortName(),
                                        e.classificationYear())),
                        phase(envelope, "preparing", ""));
            case RoundEvent.FirstProposalSubmitted e -> Stream.of(phase(envelope, "first-up", e.note()));
            case RoundEvent.FirstProposalReturned e -> Stream.of(phase(envelope, "preparing", e.reason()));
            case RoundEvent.CeilingIssued e ->
                Stream.of(
                        new Put(FactKind.CEILING, ONE, e.ceiling()),
                        phase(envelope, "first-down", Optional.of(e.basis()), ""));
            case RoundEvent.CeilingRevised e -> Stream.of(new Put(FactKind.CEILING, ONE, e.after()));
            case RoundEvent.SecondDraftSubmitted e -> Stream.of(phase(envelope, "second-up", e.note()));
            case RoundEvent.SecondDraftReturned e -> Stream.of(phase(envelope, "first-down", e.reason()));
            case RoundEvent.IncludedInGovernmentDraft e -> Stream.of(phase(envelope, "in-congress", e.note()));
            case RoundEvent.BudgetEnacted e -> Stream.of(phase(envelope, "enacted", Optional.of(e.resolution()), ""));
            case RoundEvent.BudgetApproved e -> Stream.of(phase(envelope, "approved", Optional.of(e.approval()), ""));
            case RoundEvent.BudgetDistributed e ->
                Stream.of(phase(envelope, "distributed", Optional.of(e.notice()), ""));
        };
    }

    private static FactChange phase(Envelope<LedgerEvent> envelope, String phase, String note) {
        return phase(envelope, phase, Optional.empty(), note);
    }

    private static FactChange phase(Envelope<LedgerEvent> envelope, String phase, Optional<Basis> basis, String note) {
        return new Put(
                FactKind.PHASE,
                ONE,
                new Facts.PhaseFact(
                        phase, envelope.businessDay(), envelope.actor().displayName(), basis, note));
    }

    private static FactChange unit(OrganisationEvent event) {
        return switch (event) {
            case OrganisationEvent.UnitRegistered e ->
                new Put(FactKind.UNIT, e.unit().code().value(), e.unit());
            case OrganisationEvent.UnitRevised e ->
                new Put(FactKind.UNIT, e.after().code().value(), e.after());
            case OrganisationEvent.UnitRemoved e ->
                new Close(FactKind.UNIT, e.unit().code().value());
        };
    }

    private static FactChange line(LineEvent event) {
        return switch (event) {
            case LineEvent.LineAllocated e ->
                note(event.line().value(), e.content().note(), e.content().mappingReason());
            case LineEvent.LineRevised e ->
                note(event.line().value(), e.after().note(), e.after().mappingReason());
            case LineEvent.LineRemoved e ->
                new Close(FactKind.LINE, event.line().value());
        };
    }

    private static FactChange revenue(RevenueEvent event) {
        return switch (event) {
            case RevenueEvent.RevenueEstimated e -> note(event.line().value(), e.content());
            case RevenueEvent.RevenueRevised e -> note(event.line().value(), e.after());
            case RevenueEvent.RevenueRemoved e ->
                new Close(FactKind.LINE, event.line().value());
        };
    }

    private static FactChange note(String line, RevenueContent content) {
        return note(line, content.note(), "");
    }

    private static FactChange note(String line, String note, String mappingReason) {
        return new Put(FactKind.LINE, line, new Facts.LineNote(note, mappingReason));
    }

    private static FactChange project(ProjectEvent event) {
        return switch (event) {
            case ProjectEvent.ProjectRegistered e ->
                new Put(FactKind.PROJECT, e.project().code().value(), e.project());
            case ProjectEvent.ProjectRevised e ->
                new Put(FactKind.PROJECT, e.after().code().value(), e.after());
            case ProjectEvent.ProjectRemoved e ->
                new Close(FactKind.PROJECT, e.project().code().value());
        };
    }

    private static FactChange targets(TargetEvent event) {
        return switch (event) {
            case TargetEvent.OverallTargetsSet e ->
                new Put(FactKind.OVERALL_TARGETS, ONE, new Facts.Targets(e.after()));
            case TargetEvent.ProjectTargetsSet e ->
                new Put(FactKind.PROJECT_TARGETS, e.project().value(), new Facts.Targets(e.after()));
        };
    }

    private static FactChange stated(Envelope<LedgerEvent> envelope, ComparativeEvent.ComparativesStated event) {
        return new Put(
                FactKind.COMPARATIVES,
                event.after().year().toString(),
                new Facts.StatedFigures(
                        event.after(),
                        event.reason(),
                        envelope.businessDay(),
                        envelope.actor().displayName()));
    }

    private static FactChange disclosure(Envelope<LedgerEvent> envelope, DisclosureEvent event) {
        return switch (event) {
            case DisclosureEvent.SecrecyReviewConfirmed e ->
                new Put(
                        FactKind.SECRECY_REVIEW,
                        ONE,
                        new Facts.ReviewFact(
                                e.position(), envelope.actor().displayName(), e.opinion(), e.reviewedOn()));
            case DisclosureEvent.DisclosurePublished e ->
                new Put(
                        FactKind.RELEASE,
                        ONE,
                        new Facts.ReleaseFact(
                                e.position(),
                                e.publishedOn(),
                                envelope.actor().displayName(),
                                e.secrecyReviewer(),
                                e.digest(),
                                e.daysLate(),
                                e.templateVersions(),
                                e.emptyTableNotes()));
        };
    }
}
