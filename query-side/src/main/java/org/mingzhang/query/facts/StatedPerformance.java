package org.mingzhang.query.facts;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.BudgetId;

/**
 * What people had stated of targets by a moment.
 *
 * <p>Every statement is read, not only the rows that hold: as of a day the one of that day counts, although a later one
 * has taken its place since.
 */
public final class StatedPerformance {
    private final FactReader facts;

    public StatedPerformance(FactReader facts) {
        this.facts = facts;
    }

    /**
     * The last monitoring of a project, with the position at which it was stated.
     *
     * @param project blank for the department as a whole
     * @param through the month that is looked at; empty for the latest there is
     */
    public Optional<FactReader.Held<Facts.MonitoringFact>> lastMonitored(
            BudgetId budget, Moment moment, String project, Optional<YearMonth> through) {
        return facts.held(budget, moment.position(), FactKind.MONITORING, Facts.MonitoringFact.class).stream()
                .filter(stated -> moment.counts(stated.body().day()))
                .filter(stated -> stated.body().project().equals(project))
                .filter(stated ->
                        through.isEmpty() || through.get().equals(stated.body().through()))
                .max(Comparator.comparing((FactReader.Held<Facts.MonitoringFact> stated) ->
                                stated.body().through())
                        .thenComparingLong(FactReader.Held::from));
    }

    /** The last evaluation of a project, with the position at which it was stated. */
    public Optional<FactReader.Held<Facts.EvaluationFact>> lastEvaluated(
            BudgetId budget, Moment moment, String project) {
        return facts
                .held(budget, moment.position(), FactKind.SELF_EVALUATION, project, Facts.EvaluationFact.class)
                .stream()
                .filter(stated -> moment.counts(stated.body().day()))
                .reduce((earlier, later) -> later);
    }

    private record Watched(String project, YearMonth through) {}

    /** The last one of each month and project, in the order in which they were first stated. */
    public Collection<Facts.MonitoringFact> monitored(BudgetId budget, Moment moment) {
        Map<Watched, Facts.MonitoringFact> last = new LinkedHashMap<>();
        facts.history(budget, moment.position(), FactKind.MONITORING, Facts.MonitoringFact.class).stream()
                .filter(stated -> moment.counts(stated.day()))
                .forEach(stated -> last.put(new Watched(stated.project(), stated.through()), stated));
        return last.values();
    }

    /** Every one, the first first: those of a project are few. */
    public List<Facts.EvaluationFact> evaluated(BudgetId budget, Moment moment) {
        return facts.history(budget, moment.position(), FactKind.SELF_EVALUATION, Facts.EvaluationFact.class).stream()
                .filter(stated -> moment.counts(stated.day()))
                .toList();
    }
}
