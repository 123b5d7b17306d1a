package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Statement;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;

/**
 * The facts of a budget as they come out when its events are really replayed into an empty projection, without a database.
 *
 * <p>It shares with the stored facts what each event means ({@link FactFold}) and nothing of how they are kept and asked; so
 * that both agree is a proof of the reading as of any moment.
 */
public final class ReplayedFacts {
    private final Moment moment;
    private final TableBasis basis;
    private final Map<FactKind, Map<String, Optional<Object>>> rows = new LinkedHashMap<>();
    private final Map<LineKey, Map<Classification, Long>> expenditure = new LinkedHashMap<>();
    private final Map<LineKey, Map<Classification, Long>> revenue = new LinkedHashMap<>();

    /** Before anything happened. */
    public ReplayedFacts(Moment moment, TableBasis basis) {
        this.moment = moment;
        this.basis = basis;
    }

    /**
     * Replays the events of one stream.
     *
     * @return empty when nothing had happened by then
     */
    public static Optional<BudgetFacts> of(List<RecordedEvent> stream, Moment moment, TableBasis basis) {
        ReplayedFacts replayed = new ReplayedFacts(moment, basis);
        stream.stream()
                .filter(event -> event.position() <= moment.position())
                .map(RecordedEvent::envelope)
                .forEach(replayed::apply);
        return replayed.facts();
    }

    /** The day from which the words of an event hold; its money says for itself from when it counts. */
    public static LocalDate effective(Envelope<? extends LedgerEvent> envelope) {
        return envelope.message() instanceof AdjustmentEvent.AdjustmentTookEffect effect
                ? effect.effectiveOn()
                : envelope.businessDay();
    }

    /** One more event of the stream. */
    public void apply(Envelope<LedgerEvent> event) {
        boolean inEffect = moment.counts(effective(event));
        for (FactChange change : FactFold.changes(event)) {
            switch (change) {
                case FactChange.Post post -> post(post.posting());
                case FactChange.Put put -> {
                    if (inEffect) {
                        of(put.kind()).put(put.key(), Optional.of(put.body()));
                    }
                }
                case FactChange.Close close -> {
                    if (inEffect) {
                        of(close.kind()).computeIfPresent(close.key(), (key, body) -> Optional.empty());
                    }
                }
            }
        }
    }

    private void post(Posting posting) {
        if (basis.stages().contains(posting.stage()) && moment.counts(posting.effective())) {
            (posting.classification() instanceof Classification.Revenue ? revenue : expenditure)
                    .computeIfAbsent(posting.line(), line -> new LinkedHashMap<>())
                    .merge(posting.classification(), posting.delta().fen(), Math::addExact);
        }
    }

    private Map<String, Optional<Object>> of(FactKind kind) {
        return rows.computeIfAbsent(kind, any -> new LinkedHashMap<>());
    }

    private <T> Map<String, T> held(FactKind kind, Class<T> type) {
        Map<String, T> held = new LinkedHashMap<>();
        of(kind).forEach((key, body) -> body.ifPresent(found -> held.put(key, type.cast(found))));
        return held;
    }

    /** What has come out so far; empty when nothing had happened by then. */
    public Optional<BudgetFacts> facts() {
        Map<ProjectCode, List<Indicator>> targets = new LinkedHashMap<>();
        held(FactKind.PROJECT_TARGETS, Facts.Targets.class)
                .forEach((project, found) -> targets.put(new ProjectCode(project), found.indicators()));
        return held(FactKind.HEADER, BudgetHeader.class).values().stream()
                .findFirst()
                .map(header -> new BudgetFacts(
                        header,
                        moment.position(),
                        basis,
                        held(FactKind.UNIT, BudgetUnit.class).values().stream()
                                .sorted(Comparator.comparing(BudgetUnit::code))
                                .toList(),
                        lines(expenditure),
                        lines(revenue),
                        List.copyOf(held(FactKind.PROJECT, Project.class).values()),
                        targets,
                        held(FactKind.OVERALL_TARGETS, Facts.Targets.class).values().stream()
                                .findFirst()
                                .map(Facts.Targets::indicators)
                                .orElse(List.of()),
                        held(FactKind.STATEMENT, Statement.class)));
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
}
