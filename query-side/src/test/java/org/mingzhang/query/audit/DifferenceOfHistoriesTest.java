package org.mingzhang.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.audit.MovementsBetween.Movement;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.TableDifference.Place;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactGenerations;
import org.mingzhang.query.facts.FactsOnEveryDatabase;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.facts.RandomHistory;
import org.mingzhang.query.facts.RegisteredProjects;
import org.mingzhang.query.facts.ReplayedFacts;

/** What differs between two moments of any history, of either clock and of both, on both databases. */
class DifferenceOfHistoriesTest extends FactsOnEveryDatabase {
    private static final TableCatalogue CATALOGUE = TableCatalogue.shipped();

    @Property(tries = 20)
    void every_difference_of_every_cell_of_every_table_is_the_sum_of_the_postings_of_its_events(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 150) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        for (FactGenerations database : DATABASES) {
            Random random = new Random(seed);
            database.next();
            database.write(history, new Random(seed));
            for (int i = 0; i < 4; i++) {
                BudgetId budget = RandomHistory.BUDGETS.get(random.nextInt(2));
                TableBasis basis = List.of(TableBasis.values()).get(random.nextInt(3));
                Moment one = moment(random, length);
                Moment other = moment(random, length);
                Optional<BudgetFacts> before = facts(history, budget, one, basis);
                Optional<BudgetFacts> after = facts(history, budget, other, basis);
                if (before.isPresent() && after.isPresent()) {
                    MovementsBetween movements =
                            new MovementsBetween(database.postings().between(budget, one, other, basis.stages()));
                    DisclosureTables tables = new DisclosureTables(database.reader(), CATALOGUE);
                    for (Scope scope : scopes(after.get())) {
                        agree(
                                CellsBetween.of(tables, before.get(), after.get(), scope, OptionalInt.empty()),
                                movements);
                    }
                }
            }
        }
    }

    /** Of the one clock or the other. */
    private static Moment moment(Random random, int length) {
        long position = 1L + random.nextInt(length);
        return random.nextBoolean()
                ? Moment.at(position)
                : new Moment(position, Optional.of(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(90))));
    }

    private static Optional<BudgetFacts> facts(
            List<RecordedEvent> history, BudgetId budget, Moment moment, TableBasis basis) {
        List<RecordedEvent> stream = history.stream()
                .filter(event -> event.stream().equals(budget.toString()))
                .toList();
        return ReplayedFacts.of(stream, moment, basis).map(RegisteredProjects::with);
    }

    private static List<Scope> scopes(BudgetFacts facts) {
        List<Scope> scopes = new ArrayList<>(List.of(Scope.DEPARTMENT));
        facts.units().stream().findFirst().ifPresent(unit -> scopes.add(Scope.of(unit.code())));
        return scopes;
    }

    private static void agree(CellsBetween cells, MovementsBetween movements) {
        Set<List<Object>> told = new HashSet<>();
        for (Place place : cells.places()) {
            CellsBetween.Sides sides = cells.table(place);
            long sum = movements.of(place, sides.before(), sides.after()).stream()
                    .mapToLong(Movement::fen)
                    .sum();
            assertThat(sum).as("%s", place).isEqualTo(place.difference().fen());
            assertThat(told.add(
                            List.of(place.table(), place.row(), place.column().key())))
                    .as("%s is told once", place)
                    .isTrue();
        }
        cells.tables()
                .forEach((number, sides) -> Set.of(sides.before(), sides.after())
                        .forEach(side -> side.ifPresent(traced -> amounts(traced.table(), told))));
    }

    /** Nothing that has an amount is forgotten. */
    private static void amounts(Table table, Set<List<Object>> told) {
        table.rows()
                .forEach(row -> table.columns().forEach(column -> {
                    if (table.amount(row.key(), column.key())
                            .filter(amount -> !amount.equals(Amount.ZERO))
                            .isPresent()) {
                        assertThat(told).contains(List.of(table.number(), row.key(), column.key()));
                    }
                }));
    }
}
