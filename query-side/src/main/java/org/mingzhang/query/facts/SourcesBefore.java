package org.mingzhang.query.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundsStage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sources of a division's year stood at before events; a year has few steps, all of them are read. */
public final class SourcesBefore {
    private final FactReader facts;

    public SourcesBefore(JdbcClient jdbc) {
        this.facts = new FactReader(jdbc);
    }

    /** @param asked by position, none of them beyond what the facts cover */
    public Map<Long, Map<Measure, Amount>> of(String funds, NavigableMap<Long, Set<Measure>> asked) {
        Map<Measure, Amount> sums = new HashMap<>();
        Map<Long, Map<Measure, Amount>> found = new HashMap<>();
        long counted = 0;
        for (Map.Entry<Long, Set<Measure>> one : asked.entrySet()) {
            long position = one.getKey();
            facts.began(funds, counted, position - 1, FactKind.FUNDS_STEP, Facts.FundsStep.class)
                    .forEach(step -> add(sums, step));
            counted = position - 1;
            found.put(
                    position,
                    one.getValue().stream()
                            .collect(Collectors.toMap(
                                    measure -> measure, measure -> sums.getOrDefault(measure, Amount.ZERO))));
        }
        return found;
    }

    private static void add(Map<Measure, Amount> sums, Facts.FundsStep step) {
        sums.merge(Measure.source(step.source(), FundsStage.GRANTED), step.granted(), Amount::plus);
        sums.merge(Measure.source(step.source(), FundsStage.RESERVED), step.reserved(), Amount::plus);
        sums.merge(Measure.source(step.source(), FundsStage.DRAWN), step.drawn(), Amount::plus);
    }
}
