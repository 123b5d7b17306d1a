package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.disclosure.TableBasis;

/** Reading as of any moment of either clock against really replaying the events, on both databases. */
class ReplayedFactsTest extends FactsOnEveryDatabase {
    @Property(tries = 25)
    void what_is_read_as_of_any_position_is_what_a_replay_into_nothing_gives(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        Random random = new Random(seed);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history, new Random(seed));
            for (int i = 0; i < 10; i++) {
                Moment moment = Moment.at(random.nextInt(length + 1));
                agree(database.reader(), history, moment);
            }
        }
    }

    @Property(tries = 25)
    void what_is_read_as_of_any_day_on_the_effective_clock_is_what_a_replay_of_what_was_in_effect_gives(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int length) {
        Random random = new Random(seed);
        List<RecordedEvent> history = onAnyDay(thatCouldHappen(RandomHistory.of(seed, length)), random);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history, new Random(seed));
            for (int i = 0; i < 10; i++) {
                LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(length + 2));
                agree(database.reader(), history, new Moment(random.nextInt(length + 1), Optional.of(day)));
            }
        }
    }

    private static void agree(FactReader reader, List<RecordedEvent> history, Moment moment) {
        Map<Long, RecordedEvent> byPosition = new HashMap<>();
        history.forEach(event -> byPosition.put(event.position(), event));
        for (BudgetId budget : RandomHistory.BUDGETS) {
            List<RecordedEvent> stream = history.stream()
                    .filter(event -> event.stream().equals(budget.toString()))
                    .toList();
            for (TableBasis basis : TableBasis.values()) {
                assertThat(
                                moment.day().isPresent()
                                        ? reader.load(
                                                budget, moment, basis, positions -> effective(byPosition, positions))
                                        : reader.load(budget, moment.position(), basis))
                        .as("%s at %s, %s", budget, moment, basis)
                        .isEqualTo(ReplayedFacts.of(stream, moment, basis));
            }
        }
    }

    private static Map<Long, LocalDate> effective(Map<Long, RecordedEvent> events, Collection<Long> positions) {
        Map<Long, LocalDate> days = new HashMap<>();
        positions.forEach(position -> days.put(
                position,
                ReplayedFacts.effective(
                        Objects.requireNonNull(events.get(position)).envelope())));
        return days;
    }

    /** Without removals of what is not there, which the decider never lets happen and rows cannot tell. */
    private static List<RecordedEvent> thatCouldHappen(List<RecordedEvent> history) {
        Set<List<Object>> open = new HashSet<>();
        List<RecordedEvent> possible = new ArrayList<>();
        for (RecordedEvent event : history) {
            List<FactChange> changes = FactFold.changes(event.envelope());
            boolean removesNothing = changes.stream()
                    .anyMatch(change -> change instanceof FactChange.Close gone
                            && !open.contains(List.of(event.stream(), gone.kind(), gone.key())));
            if (!removesNothing) {
                for (FactChange change : changes) {
                    if (change instanceof FactChange.Put put) {
                        open.add(List.of(event.stream(), put.kind(), put.key()));
                    } else if (change instanceof FactChange.Close gone) {
                        open.remove(List.of(event.stream(), gone.kind(), gone.key()));
                    }
                }
                possible.add(event);
            }
        }
        return possible;
    }

    /** The same events on days that do not follow their order. */
    private static List<RecordedEvent> onAnyDay(List<RecordedEvent> history, Random random) {
        return history.stream()
                .map(event -> new RecordedEvent(
                        event.position(),
                        event.eventId(),
                        event.stream(),
                        event.streamVersion(),
                        event.name(),
                        event.recordedAt(),
                        new Envelope<>(
                                event.envelope().commandId(),
                                event.envelope().actor(),
                                LocalDate.of(2025, 1, 1).plusDays(random.nextInt(history.size() + 1)),
                                event.envelope().message())))
                .toList();
    }
}
