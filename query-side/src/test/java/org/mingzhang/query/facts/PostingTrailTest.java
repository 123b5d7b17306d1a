package org.mingzhang.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.CellFormula;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.TableTemplate;
import org.mingzhang.query.disclosure.Tabulator;
import org.mingzhang.query.disclosure.TracedTable;
import org.mingzhang.query.facts.PostingTrail.Posted;

/** The movements behind a cell, for any history of two budgets, on both databases. */
class PostingTrailTest extends FactsOnEveryDatabase {
    private static final TableCatalogue CATALOGUE = TableCatalogue.shipped();

    @Property(tries = 5)
    void the_movements_behind_any_cell_at_any_position_and_stage_add_up_to_it(
            @ForAll long seed, @ForAll @IntRange(min = 30, max = 150) int length) {
        List<RecordedEvent> history = RandomHistory.of(seed, length);
        Random random = new Random(seed);
        for (FactGenerations database : DATABASES) {
            database.next();
            database.write(history, new Random(seed));
            for (int i = 0; i < 2; i++) {
                long position = 1L + random.nextInt(length);
                BudgetId budget = RandomHistory.BUDGETS.get(random.nextInt(2));
                TableBasis basis = List.of(TableBasis.values()).get(random.nextInt(3));
                database.reader()
                        .load(budget, position, basis)
                        .map(RegisteredProjects::with)
                        .ifPresent(facts -> addUp(database.postings(), facts));
            }
        }
    }

    private static void addUp(PostingTrail trail, BudgetFacts facts) {
        Scope unit = facts.units().isEmpty()
                ? Scope.DEPARTMENT
                : Scope.of(facts.units().getFirst().code());
        for (TableTemplate template : CATALOGUE.templates()) {
            for (Scope scope : List.of(Scope.DEPARTMENT, unit)) {
                TracedTable traced = Tabulator.trace(template, facts, scope);
                Map<Object, Amount> known = new LinkedHashMap<>();
                for (Table.Row row : traced.table().rows()) {
                    for (Table.Column column : traced.table().columns()) {
                        traced.formula(row.key(), column.key())
                                .ifPresent(formula -> assertThat(
                                                known.computeIfAbsent(key(formula), same -> sum(trail, facts, formula)))
                                        .as("%s %s %s", template.number(), row.key(), column.key())
                                        .isEqualTo(traced.table()
                                                .amount(row.key(), column.key())
                                                .orElseThrow()));
                    }
                }
            }
        }
    }

    /** Many cells ask the same; the database is asked once. */
    private static Object key(CellFormula formula) {
        return List.of(formula.revenue(), formula.never(), formula.conditions(), formula.scope());
    }

    private static Amount sum(PostingTrail trail, BudgetFacts facts, CellFormula formula) {
        return Amount.sum(
                trail
                        .of(
                                facts.header().id(),
                                Moment.at(facts.position()),
                                facts.basis().stages(),
                                formula)
                        .stream()
                        .map(Posted::delta)
                        .toList());
    }
}
