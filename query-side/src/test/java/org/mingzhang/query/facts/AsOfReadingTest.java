package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.ReadableBudgets.Reader;

/** Reading as of a position, for any history of two budgets, on both databases. */
class AsOfReadingTest extends FactsOnEveryDatabase {
    @Property(tries = 12)
    void the_facts_as_of_any_position_are_those_of_the_events_up_to_it(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history, new Random(seed));
            for (long position = 0; position <= length; position++) {
                for (BudgetId budget : RandomHistory.BUDGETS) {
                    agree(database.reader(), history, budget, position);
                }
            }
        }
    }

    @Property(tries = 40)
    void what_is_read_at_a_position_never_changes_afterwards(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 120) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        int until = 1 + new Random(seed).nextInt(length - 1);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history.subList(0, until), new Random(seed));
            List<Object> before = everything(database.reader(), until);
            database.write(history.subList(until, length), new Random(~seed));
            assertThat(everything(database.reader(), until)).isEqualTo(before);
        }
    }

    @Property(tries = 40)
    void how_the_log_is_cut_into_runs_makes_no_difference_to_any_row(
            @ForAll long seed, @ForAll @IntRange(max = 200) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        for (FactGenerations database : DATABASES) {
            int cut = database.next();
            database.write(history, new Random(seed));
            int whole = database.next();
            database.write(history);
            assertThat(database.rows(cut)).isEqualTo(database.rows(whole));
        }
    }

    @Property(tries = 40)
    void the_public_reads_the_latest_release_and_no_position_that_was_neither_released_nor_disclosed_with_accounts(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history, new Random(seed));
            ReadableBudgets readable = new ReadableBudgets(database.reader());
            for (BudgetId budget : RandomHistory.BUDGETS) {
                List<Long> releases = PlainFold.of(history, budget, length, TableBasis.INITIAL)
                        .releases();
                Optional<Long> latest = releases.isEmpty() ? Optional.empty() : Optional.of(releases.getLast());
                assertThat(readable.position(budget, Reader.PUBLIC, OptionalLong.empty()))
                        .isEqualTo(latest);
                for (long position = 0; position <= length; position++) {
                    assertThat(readable.position(budget, Reader.PUBLIC, OptionalLong.of(position))
                                    .isPresent())
                            .isEqualTo(releases.contains(position)
                                    || (latest.isPresent() && disclosed(history, budget) == position));
                }
                assertThat(readable.list(Reader.PUBLIC).stream()
                                .anyMatch(listed -> listed.header().id().equals(budget)))
                        .isEqualTo(!releases.isEmpty());
            }
        }
    }

    /** Where the final accounts of a budget were disclosed; −1 where they are not, or not any more. */
    private static long disclosed(List<RecordedEvent> history, BudgetId budget) {
        return history.stream()
                .filter(event -> event.envelope().message() instanceof AccountsEvent accounts
                        && accounts.budget().equals(budget))
                .reduce((earlier, later) -> later)
                .filter(event -> event.envelope().message() instanceof AccountsEvent.AccountsPassed passed
                        && passed.stage() == AccountsStage.DISCLOSED)
                .map(RecordedEvent::position)
                .orElse(-1L);
    }

    private static void agree(FactReader reader, List<RecordedEvent> history, BudgetId budget, long position) {
        for (TableBasis basis : TableBasis.values()) {
            Optional<BudgetFacts> folded =
                    PlainFold.of(history, budget, position, basis).facts();
            assertThat(reader.load(budget, position, basis))
                    .as("%s at %d, %s", budget, position, basis)
                    .isEqualTo(folded);
        }
        PlainFold fold = PlainFold.of(history, budget, position, TableBasis.INITIAL);
        assertThat(reader.rows(budget, position, FactKind.CEILING, Ceiling.class).values().stream()
                        .findFirst())
                .isEqualTo(fold.ceiling());
        assertThat(reader.rows(budget, position, FactKind.LINE, Facts.LineNote.class))
                .isEqualTo(fold.lineNotes());
        assertThat(reader.history(budget, position, FactKind.RELEASE, Facts.ReleaseFact.class).stream()
                        .map(Facts.ReleaseFact::position))
                .isEqualTo(fold.releases());
    }

    private static List<Object> everything(FactReader reader, long position) {
        List<Object> read = new ArrayList<>();
        for (BudgetId budget : RandomHistory.BUDGETS) {
            for (TableBasis basis : TableBasis.values()) {
                read.add(reader.load(budget, position, basis));
            }
            read.add(reader.rows(budget, position, FactKind.PHASE, Facts.PhaseFact.class));
            read.add(reader.rows(budget, position, FactKind.LINE, Facts.LineNote.class));
            read.add(reader.rows(budget, position, FactKind.SECRECY_REVIEW, Facts.ReviewFact.class));
            read.add(reader.history(budget, position, FactKind.RELEASE, Facts.ReleaseFact.class));
            read.add(reader.rows(budget, position, FactKind.MONITORING, Facts.MonitoringFact.class));
            read.add(reader.rows(budget, position, FactKind.SELF_EVALUATION, Facts.EvaluationFact.class));
        }
        return read;
    }
}
