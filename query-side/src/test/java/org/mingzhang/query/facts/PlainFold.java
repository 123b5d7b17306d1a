package org.mingzhang.query.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;

/** The reference: one budget folded in memory from the first event on, without rows, positions or a database. */
final class PlainFold {
    private final TableBasis basis;
    private final Map<LineKey, Map<Classification, Long>> expenditure = new LinkedHashMap<>();
    private final Map<LineKey, Map<Classification, Long>> revenue = new LinkedHashMap<>();
    private final Map<UnitCode, BudgetUnit> units = new TreeMap<>();
    private final Set<ProjectCode> projectsEverSeen = new LinkedHashSet<>();
    private final Map<ProjectCode, Project> projects = new LinkedHashMap<>();
    private final Map<ProjectCode, List<Indicator>> projectTargets = new LinkedHashMap<>();
    private final Map<String, Statement> statements = new LinkedHashMap<>();
    private final Map<String, Facts.LineNote> lineNotes = new LinkedHashMap<>();
    private final List<Long> releases = new ArrayList<>();
    private List<Indicator> overallTargets = List.of();
    private Optional<BudgetHeader> header = Optional.empty();
    private Optional<Ceiling> ceiling = Optional.empty();
    private long position;

    private PlainFold(TableBasis basis) {
        this.basis = basis;
    }

    static PlainFold of(List<RecordedEvent> events, BudgetId budget, long position, TableBasis basis) {
        PlainFold fold = new PlainFold(basis);
        fold.position = position;
        for (RecordedEvent event : events) {
            LedgerEvent message = event.envelope().message();
            if (event.position() <= position && message.stream().equals(budget.toString())) {
                message.postings().forEach(fold::post);
                PlainIncome.of(message.postings()).forEach(fold::post);
                fold.apply(message);
            }
        }
        return fold;
    }

    Optional<BudgetFacts> facts() {
        return header.map(found -> new BudgetFacts(
                found,
                position,
                basis,
                List.copyOf(units.values()),
                lines(expenditure),
                lines(revenue),
                projectsEverSeen.stream()
                        .filter(projects::containsKey)
                        .map(projects::get)
                        .toList(),
                projectTargets,
                overallTargets,
                statements));
    }

    Optional<Ceiling> ceiling() {
        return ceiling;
    }

    Map<String, Facts.LineNote> lineNotes() {
        return lineNotes;
    }

    /** Positions that were released, oldest first. */
    List<Long> releases() {
        return releases;
    }

    private void post(Posting posting) {
        if (basis.stages().contains(posting.stage())) {
            boolean received = posting.classification() instanceof Classification.Revenue;
            (received ? revenue : expenditure)
                    .computeIfAbsent(posting.line(), line -> new LinkedHashMap<>())
                    .merge(posting.classification(), posting.delta().fen(), Long::sum);
        }
    }

    /** Lines where they were first entered; under each classification in the order in which it was first posted. */
    private static List<LineFact> lines(Map<LineKey, Map<Classification, Long>> sums) {
        List<LineFact> lines = new ArrayList<>();
        sums.forEach((line, byClassification) -> byClassification.forEach((classification, fen) -> {
            if (fen != 0) {
                lines.add(new LineFact(line, lines.size(), classification, new Amount(fen)));
            }
        }));
        return lines;
    }

    private void apply(LedgerEvent message) {
        switch (message) {
            case RoundEvent event -> round(event);
            case OrganisationEvent event -> organisation(event);
            case LineEvent event -> line(event);
            case RevenueEvent event -> revenue(event);
            case ProjectEvent event -> project(event);
            case TargetEvent.OverallTargetsSet event -> overallTargets = event.after();
            case TargetEvent.ProjectTargetsSet event -> projectTargets.put(event.project(), event.after());
            case StatementEvent.StatementMade event ->
                statements.put(event.after().topic(), event.after());
            case DisclosureEvent.DisclosurePublished event -> releases.add(event.position());
            case DisclosureEvent.SecrecyReviewConfirmed ignored -> {}
            case ComparativeEvent ignored -> {}
            case AdjustmentEvent event -> adjustment(event);
            case ExecutionEvent ignored -> {}
            case AccountsEvent ignored -> {}
            case PerformanceEvent ignored -> {}
            case FundsEvent ignored -> {}
            case SubmissionEvent ignored -> {}
            case ReadingEvent ignored -> {}
            case PolicyEvent ignored -> {}
            case CrosswalkEvent ignored -> {}
            case AdministrationEvent ignored -> {}
        }
    }

    private void round(RoundEvent event) {
        if (event instanceof RoundEvent.BudgetOpened e) {
            header = Optional.of(new BudgetHeader(
                    e.budget(), e.divisionName(), e.departmentName(), e.shortName(), e.classificationYear()));
        } else if (event instanceof RoundEvent.CeilingIssued e) {
            ceiling = Optional.of(e.ceiling());
        } else if (event instanceof RoundEvent.CeilingRevised e) {
            ceiling = Optional.of(e.after());
        }
    }

    private void organisation(OrganisationEvent event) {
        switch (event) {
            case OrganisationEvent.UnitRegistered e -> units.put(e.unit().code(), e.unit());
            case OrganisationEvent.UnitRevised e -> units.put(e.after().code(), e.after());
            case OrganisationEvent.UnitRemoved e -> units.remove(e.unit().code());
        }
    }

    private void line(LineEvent event) {
        String key = event.line().value();
        switch (event) {
            case LineEvent.LineAllocated e ->
                lineNotes.put(key, new Facts.LineNote(e.content().note(), ""));
            case LineEvent.LineRevised e ->
                lineNotes.put(key, new Facts.LineNote(e.after().note(), ""));
            case LineEvent.LineRemoved ignored -> lineNotes.remove(key);
        }
    }

    private void revenue(RevenueEvent event) {
        String key = event.line().value();
        switch (event) {
            case RevenueEvent.RevenueEstimated e ->
                lineNotes.put(key, new Facts.LineNote(e.content().note(), ""));
            case RevenueEvent.RevenueRevised e ->
                lineNotes.put(key, new Facts.LineNote(e.after().note(), ""));
            case RevenueEvent.RevenueRemoved ignored -> lineNotes.remove(key);
        }
    }

    private void project(ProjectEvent event) {
        switch (event) {
            case ProjectEvent.ProjectRegistered e -> put(e.project());
            case ProjectEvent.ProjectRevised e -> put(e.after());
            case ProjectEvent.ProjectRemoved e -> projects.remove(e.project().code());
        }
    }

    /** Named one by one, so that a new kind of event is thought of here as well as in what is tested. */
    private void adjustment(AdjustmentEvent event) {
        switch (event) {
            case AdjustmentEvent.AdjustmentTookEffect e ->
                e.targets().forEach(change -> projectTargets.put(change.project(), change.after()));
            case AdjustmentEvent.ProjectAdjusted e -> put(e.after());
            case AdjustmentEvent.ProjectTakenOver e -> {
                put(e.project());
                if (!e.targets().isEmpty()) {
                    projectTargets.put(e.project().code(), e.targets());
                }
            }
            case AdjustmentEvent.AdjustmentSubmitted ignored -> {}
            case AdjustmentEvent.AdjustmentRulesApplied ignored -> {}
            case AdjustmentEvent.ProjectAdjustmentAsked ignored -> {}
            case AdjustmentEvent.CounterpartLinked ignored -> {}
            case AdjustmentEvent.AdjustmentReviewed ignored -> {}
            case AdjustmentEvent.AdjustmentReturned ignored -> {}
            case AdjustmentEvent.AdjustmentWithdrawn ignored -> {}
            case AdjustmentEvent.AdjustmentRejected ignored -> {}
            case AdjustmentEvent.AttachmentAdded ignored -> {}
        }
    }

    private void put(Project project) {
        projectsEverSeen.add(project.code());
        projects.put(project.code(), project);
    }
}
