package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactChange.Post;
import org.mingzhang.query.facts.FactChange.Put;

/** Money that moved after the targets were last said, by either clock, on both databases. */
class MoneySinceTargetsTest extends FactsOnEveryDatabase {
    @Property(tries = 20)
    void on_each_clock_what_moved_after_the_targets_that_hold_is_added_up(
            @ForAll long seed, @ForAll @IntRange(min = 50, max = 300) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        Random random = new Random(seed);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history, random);
            MoneySinceTargets since = new MoneySinceTargets(database.jdbc(), days(history));
            for (int i = 0; i < 30; i++) {
                long position = random.nextLong(length + 1L);
                LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(length + 2));
                Moment moment = random.nextBoolean()
                        ? Moment.at(position)
                        : new Moment(random.nextBoolean() ? length : position, Optional.of(day));
                for (BudgetId budget : RandomHistory.BUDGETS) {
                    assertThat(since.of(budget, moment))
                            .as("%s at %s", budget, moment)
                            .isEqualTo(expected(history, budget, moment));
                }
            }
        }
    }

    private static EffectiveRows.Days days(List<RecordedEvent> history) {
        Map<Long, LocalDate> days = history.stream()
                .collect(Collectors.toMap(RecordedEvent::position, event -> ReplayedFacts.effective(event.envelope())));
        return (Collection<Long> positions) ->
                positions.stream().collect(Collectors.toMap(Function.identity(), days::get));
    }

    /** When something happened: on the recorded clock no day tells apart. */
    private record When(LocalDate day, long position) {
        boolean after(When other) {
            return day.isAfter(other.day) || (day.equals(other.day) && position > other.position);
        }
    }

    private static When when(Moment moment, LocalDate day, long position) {
        return new When(moment.day().isPresent() ? day : LocalDate.EPOCH, position);
    }

    private static Map<ProjectCode, Amount> expected(List<RecordedEvent> history, BudgetId budget, Moment moment) {
        Map<String, When> said = new HashMap<>();
        Map<ProjectCode, Amount> moved = new HashMap<>();
        List<RecordedEvent> own = history.stream()
                .filter(event -> event.stream().equals(budget.toString()) && event.position() <= moment.position())
                .toList();
        for (RecordedEvent event : own) {
            LocalDate day = ReplayedFacts.effective(event.envelope());
            for (FactChange change : FactFold.changes(event.envelope())) {
                if (change instanceof Put put && put.kind() == FactKind.PROJECT_TARGETS && moment.counts(day)) {
                    said.put(put.key(), when(moment, day, event.position()));
                }
            }
        }
        for (RecordedEvent event : own) {
            for (FactChange change : FactFold.changes(event.envelope())) {
                if (change instanceof Post post) {
                    add(post.posting(), event.position(), moment, said, moved);
                }
            }
        }
        moved.values().removeIf(Amount::isZero);
        return moved;
    }

    private static void add(
            Posting posting, long position, Moment moment, Map<String, When> said, Map<ProjectCode, Amount> moved) {
        if (posting.stage() != Stage.ADJUSTED
                || !moment.counts(posting.effective())
                || !(posting.classification() instanceof Classification.Expenditure money)
                || money.project().isEmpty()) {
            return;
        }
        When targets = said.get(money.project().get().value());
        if (targets == null || when(moment, posting.effective(), position).after(targets)) {
            moved.merge(money.project().get(), posting.delta(), Amount::plus);
        }
    }
}
