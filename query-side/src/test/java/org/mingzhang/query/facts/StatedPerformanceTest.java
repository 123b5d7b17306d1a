package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.store.RecordedEvent;

/** What was stated of targets, as of any moment of either clock, on both databases. */
class StatedPerformanceTest extends FactsOnEveryDatabase {
    @Property(tries = 20)
    void a_later_statement_takes_the_place_of_an_earlier_one_from_its_own_day_on(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        Random random = new Random(seed);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history, random);
            StatedPerformance stated = new StatedPerformance(database.reader());
            for (int i = 0; i < 30; i++) {
                long position = random.nextLong(length + 1L);
                LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(length + 2));
                agree(stated, history, random.nextBoolean() ? Moment.at(position) : on(day, length));
            }
        }
    }

    private static Moment on(LocalDate day, long head) {
        return new Moment(head, Optional.of(day));
    }

    private static void agree(StatedPerformance stated, List<RecordedEvent> history, Moment moment) {
        for (BudgetId budget : RandomHistory.BUDGETS) {
            Map<Object, PerformanceEvent.PerformanceMonitored> monitored = new HashMap<>();
            List<Integer> totals = new ArrayList<>();
            for (RecordedEvent event : history) {
                Envelope<LedgerEvent> envelope = event.envelope();
                if (event.stream().equals(budget.toString())
                        && event.position() <= moment.position()
                        && moment.counts(envelope.businessDay())) {
                    if (envelope.message() instanceof PerformanceEvent.PerformanceMonitored one) {
                        monitored.put(List.of(one.through(), one.project()), one);
                    } else if (envelope.message() instanceof PerformanceEvent.PerformanceSelfEvaluated one) {
                        totals.add(one.total());
                    }
                }
            }
            assertThat(stated.monitored(budget, moment).stream()
                            .map(one -> one.through() + " " + one.project() + " " + one.progress() + one.words()))
                    .as("%s at %s", budget, moment)
                    .containsExactlyInAnyOrderElementsOf(monitored.values().stream()
                            .map(one -> one.through() + " "
                                    + one.project().map(Object::toString).orElse("") + " " + one.progress()
                                    + one.words())
                            .toList());
            assertThat(stated.evaluated(budget, moment).stream().map(Facts.EvaluationFact::total))
                    .as("%s at %s", budget, moment)
                    .containsExactlyElementsOf(totals);
        }
    }
}
