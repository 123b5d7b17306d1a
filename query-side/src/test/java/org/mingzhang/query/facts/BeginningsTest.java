package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.facts.Beginnings.Beginning;

class BeginningsTest {
    private static final int SEED = 411200;
    private static final int LENGTH = 120;

    private final List<Long> read = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void first_events_are_read_once_however_often_their_days_are_asked(TestDatabase kind) {
        List<RecordedEvent> history = RandomHistory.of(SEED, LENGTH);
        try (FactGenerations database = new FactGenerations(kind)) {
            database.next();
            database.write(history, new Random(SEED));
            FactReader reader = database.reader();
            Beginnings beginnings = new Beginnings(database.jdbc(), reader, new FactsAsOf(reader, log(history)));
            for (BudgetId budget : RandomHistory.BUDGETS) {
                for (FactKind rows : List.of(FactKind.UNIT, FactKind.PROJECT, FactKind.ADJUSTMENT)) {
                    Map<String, Beginning> found = beginnings.ofRows(budget, rows);
                    assertThat(beginnings.ofRows(budget, rows)).isEqualTo(found);
                    assertThat(found.values())
                            .allSatisfy(one -> assertThat(one.day())
                                    .isEqualTo(ReplayedFacts.effective(history.get((int) one.position() - 1)
                                            .envelope())));
                }
            }
        }
        assertThat(read).isNotEmpty().doesNotHaveDuplicates();
    }

    /** It answers what is asked by position, and remembers what was. */
    private EventLog log(List<RecordedEvent> history) {
        return (EventLog) Proxy.newProxyInstance(
                EventLog.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("readAt");
                    Collection<?> positions = (Collection<?>) arguments[0];
                    List<RecordedEvent> found = history.stream()
                            .filter(event -> positions.contains(event.position()))
                            .toList();
                    found.forEach(event -> read.add(event.position()));
                    return found;
                });
    }
}
