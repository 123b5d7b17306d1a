package org.mingzhang.query.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.comparison.ClassifiedSums.Asked;
import org.mingzhang.query.comparison.ClassifiedSums.Sum;
import org.mingzhang.query.facts.FactGenerations;
import org.mingzhang.query.facts.FactsOnEveryDatabase;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.RandomHistory;
import org.mingzhang.query.facts.SumsWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums that are kept are those that the database adds up of the postings, whoever asked before and whatever came since. */
class KeptSumsTest extends FactsOnEveryDatabase {
    private static final int LENGTH = 160;

    @Property(tries = 30)
    void at_any_instants_of_any_history_they_are_what_the_postings_add_up_to(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = LENGTH) int length, @ForAll boolean room) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        for (FactGenerations database : DATABASES) {
            JdbcClient jdbc = database.jdbc();
            ClassifiedSums sums = new ClassifiedSums(jdbc, new SumsKept(room ? 1_000_000 : 60));
            Random random = new Random(seed);
            int first = database.next();
            int written = 0;
            while (written < length) {
                int until = Math.min(length, written + 1 + random.nextInt(40));
                database.write(history.subList(written, until), random);
                written = until;
                stored(database, random, written);
                agree(sums, jdbc, random, written);
            }
            database.next();
            database.write(history.subList(0, length / 2), random);
            agree(sums, jdbc, random, length / 2);
            rolledBack(jdbc, first, length);
            agree(sums, jdbc, random, length);
        }
    }

    /** As with a release of some of the budgets, of what was recorded shortly or long before. */
    private static void stored(FactGenerations database, Random random, int head) {
        SumsWriter sums = new SumsWriter(database.number());
        for (BudgetId budget : RandomHistory.BUDGETS) {
            if (random.nextInt(3) == 0) {
                sums.add(budget.toString(), random.nextInt(head + 1));
            }
        }
        database.write(sums);
    }

    /** Several questions, of which some are of the same instants as others. */
    private static void agree(ClassifiedSums sums, JdbcClient jdbc, Random random, int head) {
        for (int time = 0; time < 6; time++) {
            Map<BudgetId, Moment> until = until(random, head);
            Asked asked = asked(random);
            assertThat(answered(sums, until, asked))
                    .as("%s of %s at %d", asked, until, head)
                    .containsExactlyInAnyOrderElementsOf(plain(jdbc, until, asked));
        }
    }

    @Property(tries = 6)
    void what_comes_while_they_are_read_is_not_missed(@ForAll long seed) {
        List<RecordedEvent> history = RandomHistory.of(seed, LENGTH);
        for (FactGenerations database : DATABASES) {
            ClassifiedSums sums = new ClassifiedSums(database.jdbc(), new SumsKept(1_000_000));
            database.next();
            database.write(history.subList(0, 20), new Random(seed));
            AtomicBoolean written = new AtomicBoolean();
            List<CompletableFuture<Void>> readers = new ArrayList<>();
            for (int reader = 0; reader < 3; reader++) {
                Random random = new Random(seed + reader);
                readers.add(CompletableFuture.runAsync(() -> {
                    while (!written.get()) {
                        agree(sums, database.jdbc(), random, head(database.jdbc()));
                    }
                }));
            }
            for (int position = 20; position < LENGTH; position++) {
                database.write(history.subList(position, position + 1), new Random(seed));
            }
            written.set(true);
            readers.forEach(CompletableFuture::join);
            agree(sums, database.jdbc(), new Random(seed), LENGTH);
        }
    }

    @Property(tries = 6)
    void what_was_read_ahead_is_not_read_again(@ForAll long seed) {
        List<RecordedEvent> history = RandomHistory.of(seed, LENGTH);
        for (FactGenerations database : DATABASES) {
            int generation = database.next();
            database.write(history, new Random(seed));
            ClassifiedSums sums = new ClassifiedSums(database.jdbc(), new SumsKept(1_000_000));
            Map<BudgetId, Moment> until = new HashMap<>();
            for (int department = 0; department < 1_198; department++) {
                BudgetId budget = BudgetId.parse("99000%d-%03d-2024".formatted(department / 1_000, department % 1_000));
                until.put(budget, Moment.at(LENGTH));
            }
            RandomHistory.BUDGETS.forEach(budget -> until.put(budget, Moment.at(LENGTH / 2)));
            Asked asked = asked(new Random(seed));
            List<Sum> before = plain(database.jdbc(), until, asked);
            assertThat(List.of(sums.ahead(until), sums.ahead(until), sums.ahead(until)))
                    .as("five hundred at once")
                    .isEqualTo(List.of(true, true, false));
            database.jdbc()
                    .sql("delete from fact_posting where generation = ?")
                    .param(generation)
                    .update();
            assertThat(answered(sums, until, asked)).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    /** Its own people read a budget as it stands, others an instant before. */
    private static Map<BudgetId, Moment> until(Random random, int head) {
        Map<BudgetId, Moment> until = new HashMap<>();
        for (BudgetId budget : RandomHistory.BUDGETS) {
            if (random.nextInt(5) > 0) {
                until.put(budget, Moment.at(random.nextBoolean() ? head : random.nextInt(head + 1)));
            }
        }
        return until;
    }

    private static Asked asked(Random random) {
        Set<Stage> stages = any(random, ComparedStage.values()).stages();
        ComparedBy by = any(random, ComparedBy.values());
        Optional<UnitCode> unit = random.nextInt(4) == 0
                ? Optional.of(new UnitCode("10300" + (1 + random.nextInt(3))))
                : Optional.empty();
        return new Asked(EnumSet.copyOf(stages), by, unit, random.nextBoolean());
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static List<Sum> answered(ClassifiedSums sums, Map<BudgetId, Moment> until, Asked asked) {
        List<Sum> found = new ArrayList<>();
        sums.each(until, asked, found::add);
        return found;
    }

    private static List<Sum> plain(JdbcClient jdbc, Map<BudgetId, Moment> until, Asked asked) {
        List<Sum> found = new ArrayList<>();
        new PostingSums(jdbc).each(until, asked, found::add);
        return found;
    }

    private static int head(JdbcClient jdbc) {
        return jdbc.sql("select position from projection where name = 'facts'")
                .query(Integer.class)
                .single();
    }

    private static void rolledBack(JdbcClient jdbc, int generation, int position) {
        jdbc.sql("update projection set generation = ?, position = ? where name = 'facts'")
                .param(generation)
                .param(position)
                .update();
    }
}
