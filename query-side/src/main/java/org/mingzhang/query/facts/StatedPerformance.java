package org.mingzhang.query.facts;

import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
