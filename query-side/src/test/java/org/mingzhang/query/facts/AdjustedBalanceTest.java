package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.RevenueSource;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.Tabulator;

/** An approved budget that is adjusted stays balanced, at any instant of both clocks, on both databases. */
class AdjustedBalanceTest extends FactsOnEveryDatabase {
    private static final TableCatalogue CATALOGUE = TableCatalogue.shipped();

    @Property(tries = 15)
    void income_pays_for_expenditure_at_any_instant_of_both_clocks(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int adjustments) {
        AdjustedHistory history = AdjustedHistory.of(seed, adjustments);
        Random random = new Random(seed);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history.events(), new Random(seed));
            for (int i = 0; i < 6; i++) {
                Moment moment = moment(random, history);
                for (TableBasis basis : List.of(TableBasis.INITIAL, TableBasis.ADJUSTED)) {
                    balanced(facts(database, history.events(), moment, basis), basis + " at " + moment);
                }
            }
            initialStays(database, history);
        }
    }

    /** After the approval, on either clock. */
    private static Moment moment(Random random, AdjustedHistory history) {
        long position = random.nextLong(history.approved(), history.events().size() + 1L);
        return random.nextBoolean()
                ? Moment.at(position)
                : new Moment(position, Optional.of(AdjustedHistory.APPROVED_ON.plusDays(random.nextInt(120))));
    }

    private static BudgetFacts facts(
            FactGenerations database, List<RecordedEvent> events, Moment moment, TableBasis basis) {
        Map<Long, LocalDate> days = new HashMap<>();
        events.forEach(event -> days.put(event.position(), ReplayedFacts.effective(event.envelope())));
        BudgetFacts read = (moment.day().isPresent()
                        ? database.reader().load(AdjustedHistory.BUDGET, moment, basis, positions -> days)
                        : database.reader().load(AdjustedHistory.BUDGET, moment.position(), basis))
                .orElseThrow();
        assertThat(Optional.of(read)).isEqualTo(ReplayedFacts.of(events, moment, basis));
        return read;
    }

    private static void balanced(BudgetFacts facts, String when) {
        facts.units().forEach(unit -> balanced(facts, Scope.of(unit.code()), when));
        balanced(facts, Scope.DEPARTMENT, when);
        unsaid(facts);
    }

    private static void balanced(BudgetFacts facts, Scope scope, String when) {
        Table one = table(facts, 1, scope);
        Amount income = amount(one, 0, "S2", "收入/金额");
        assertThat(income).as("table 1, %s, %s", scope, when).isEqualTo(amount(one, 1, "S2", "支出/金额"));
        assertThat(income)
                .as("carried over beside this year's, %s", when)
                .isEqualTo(amount(one, 0, "S1", "收入/金额").plus(amount(one, 0, "C0", "收入/金额")));
        Table four = table(facts, 4, scope);
        assertThat(amount(four, 0, "S", "收入/金额"))
                .as("table 4, %s, %s", scope, when)
                .isEqualTo(amount(four, 1, "S", "支出/合计"));
        assertThat(amount(four, 0, "I1", "收入/金额").plus(amount(four, 0, "II1", "收入/金额")))
                .as("the general budget of table 4, %s", when)
                .isEqualTo(amount(four, 1, "S", "支出/一般公共预算/小计"));
        assertThat(amount(four, 0, "I1a", "收入/金额"))
                .as("appropriated, %s", when)
                .isEqualTo(amount(four, 1, "S", "支出/一般公共预算/其中：财政拨款"));
        assertThat(total(table(facts, 2, scope)))
                .as("tables 2 and 3, %s, %s", scope, when)
                .isEqualTo(total(table(facts, 3, scope)))
                .isEqualTo(income);
    }

    /** What nobody said is said to be unsaid, and only then. */
    private static void unsaid(BudgetFacts facts) {
        boolean own = facts.revenue().stream()
                .anyMatch(line -> line.classification() instanceof Classification.Revenue income
                        && income.revenue() == RevenueSource.UNSAID_OWN);
        for (int number : List.of(1, 2)) {
            assertThat(table(facts, number, Scope.DEPARTMENT).notes().stream()
                            .anyMatch(note -> note.contains("未说明其收入项目")))
                    .isEqualTo(own);
        }
    }

    private static void initialStays(FactGenerations database, AdjustedHistory history) {
        BudgetFacts approved = database.reader()
                .load(AdjustedHistory.BUDGET, history.approved(), TableBasis.INITIAL)
                .orElseThrow();
        BudgetFacts now = database.reader()
                .load(AdjustedHistory.BUDGET, history.events().size(), TableBasis.INITIAL)
                .orElseThrow();
        assertThat(now.revenue()).isEqualTo(approved.revenue());
        assertThat(now.expenditure()).isEqualTo(approved.expenditure());
    }

    private static Table table(BudgetFacts facts, int number, Scope scope) {
        return Tabulator.fill(CATALOGUE.template(number).orElseThrow(), facts, scope);
    }

    private static Amount total(Table table) {
        return table.amount("total", "合计").orElse(Amount.ZERO);
    }

    /** Of the row of one of the two panels, found by that panel's part of the key. */
    private static Amount amount(Table table, int panel, String row, String column) {
        return table.rows().stream()
                .filter(one -> one.key().split("\\|", -1)[panel].equals(row))
                .findFirst()
                .flatMap(one -> table.amount(one.key(), column))
                .orElseThrow(() -> new AssertionError("no " + row + " " + column));
    }
}
