package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactGenerations;
import org.mingzhang.query.facts.FactsOnEveryDatabase;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.RandomHistory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a budget adds up to is stored as it is released, and with disclosed final accounts; whoever asks so reads no posting. */
class ReleasedSumsTest extends FactsOnEveryDatabase {
    private static final int LENGTH = 60;
    private static final BudgetId BUDGET = RandomHistory.BUDGETS.getFirst();
    private static final LocalDate DAY = LocalDate.of(2025, 9, 1);
    private static final ClassifiedSums.Asked BY_FUNCTION =
            new ClassifiedSums.Asked(Set.of(Stage.INITIAL), ComparedBy.FUNCTION, Optional.empty(), true);

    private static List<RecordedEvent> history() {
        List<RecordedEvent> all = new ArrayList<>(RandomHistory.of(6, LENGTH));
        add(
                all,
                new DisclosureEvent.DisclosurePublished(
                        BUDGET, LENGTH / 2, Map.of(), Map.of(), "li.bao", DAY, "00ff", DAY, 0));
        add(all, new AccountsEvent.AccountsPassed(BUDGET, AccountsStage.DISCLOSED, DAY, Optional.empty(), "", 0));
        return all;
    }

    private static void add(List<RecordedEvent> all, BudgetEvent event) {
        UUID id = new UUID(6, all.size());
        Actor actor = Actor.of("wang.min", "王敏", Role.DEPARTMENT_FINANCE);
        all.add(new RecordedEvent(
                all.size() + 1L,
                id,
                BUDGET.toString(),
                all.size(),
                EventName.of(event),
                Instant.EPOCH,
                new Envelope<>(id, actor, DAY, event)));
    }

    private static List<Long> stored(JdbcClient jdbc, int generation) {
        return jdbc.sql("select position from fact_sum where generation = ? and budget = ? order by position")
                .param(generation)
                .param(BUDGET.toString())
                .query(Long.class)
                .list();
    }

    private static List<ClassifiedSums.Sum> answered(JdbcClient jdbc, long position) {
        List<ClassifiedSums.Sum> found = new ArrayList<>();
        new ClassifiedSums(jdbc).each(Map.of(BUDGET, Moment.at(position)), BY_FUNCTION, found::add);
        return found;
    }

    @Test
    void as_of_a_release_and_of_disclosed_accounts_the_stored_sums_are_what_the_postings_were() {
        for (FactGenerations database : DATABASES) {
            int generation = database.next();
            database.write(history(), new Random(6));
            JdbcClient jdbc = database.jdbc();
            assertThat(stored(jdbc, generation)).containsExactly(LENGTH / 2L, LENGTH + 2L);
            List<ClassifiedSums.Sum> released = new ArrayList<>();
            new PostingSums(jdbc).each(Map.of(BUDGET, Moment.at(LENGTH / 2)), BY_FUNCTION, released::add);
            List<ClassifiedSums.Sum> disclosed = new ArrayList<>();
            new PostingSums(jdbc).each(Map.of(BUDGET, Moment.at(LENGTH + 2)), BY_FUNCTION, disclosed::add);
            assertThat(released).isNotEmpty().isNotEqualTo(disclosed);
            jdbc.sql("delete from fact_posting where generation = ?")
                    .param(generation)
                    .update();
            assertThat(answered(jdbc, LENGTH / 2)).containsExactlyInAnyOrderElementsOf(released);
            assertThat(answered(jdbc, LENGTH + 2)).containsExactlyInAnyOrderElementsOf(disclosed);
        }
    }

    @Test
    void facts_made_again_have_the_same() {
        for (FactGenerations database : DATABASES) {
            JdbcClient jdbc = database.jdbc();
            int followed = database.next();
            database.write(history(), new Random(1));
            int again = database.next();
            database.write(history(), new Random(2));
            assertThat(stored(jdbc, again)).isEqualTo(stored(jdbc, followed)).isNotEmpty();
        }
    }
}
