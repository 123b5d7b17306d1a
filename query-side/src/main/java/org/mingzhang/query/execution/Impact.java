package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableTemplate;
import org.mingzhang.query.disclosure.Tabulator;

/**
 * What the tables of two states of a budget say differently: of now, and of {@link FactsAfter} events that would follow.
 *
 * <p>A test shows that what is foreseen is what the tables say afterwards.
 */
public final class Impact {
    private Impact() {}

    /**
     * An amount that changes.
     *
     * @param row what stands at the left of its row
     * @param column the heads above it
     */
    public record Change(int table, String row, String column, Amount before, Amount after) {
        public Amount difference() {
            return after.minus(before);
        }
    }

    private record Place(String row, String column) {}

    /** Every amount that differs between the tables of two states of a budget. */
    public static List<Change> between(List<TableTemplate> templates, BudgetFacts now, BudgetFacts then) {
        return between(templates, filled(templates, now), then);
    }

    /** @param before the tables of those templates, in their order */
    static List<Change> between(List<TableTemplate> templates, List<Table> before, BudgetFacts then) {
        List<Table> after = filled(templates, then);
        List<Change> changes = new ArrayList<>();
        for (int at = 0; at < after.size(); at++) {
            changes.addAll(between(before.get(at), after.get(at)));
        }
        return changes;
    }

    static List<Table> filled(List<TableTemplate> templates, BudgetFacts facts) {
        return templates.stream()
                .map(template -> Tabulator.fill(template, facts, Scope.DEPARTMENT))
                .toList();
    }

    private static List<Change> between(Table before, Table after) {
        Map<Place, Change> changes = new LinkedHashMap<>();
        for (Table.Row row : after.rows()) {
            amounts(after, row)
                    .forEach((place, amount) -> changes.put(
                            place, new Change(after.number(), label(row), place.column, Amount.ZERO, amount)));
        }
        for (Table.Row row : before.rows()) {
            amounts(before, row).forEach((place, amount) -> {
                Change there = changes.get(place);
                changes.put(
                        place,
                        there == null
                                ? new Change(before.number(), label(row), place.column, amount, Amount.ZERO)
                                : new Change(there.table, there.row, there.column, amount, there.after));
            });
        }
        return changes.values().stream()
                .filter(change -> !change.difference().isZero())
                .toList();
    }

    private static Map<Place, Amount> amounts(Table table, Table.Row row) {
        Map<Place, Amount> amounts = new LinkedHashMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            if (row.cells().get(column) instanceof Table.Cell.Money money) {
                amounts.merge(new Place(row.key(), table.columns().get(column).key()), money.amount(), Amount::plus);
            }
        }
        return amounts;
    }

    /** Its texts, such as codes and names. */
    private static String label(Table.Row row) {
        StringBuilder label = new StringBuilder();
        for (Table.Cell cell : row.cells()) {
            if (cell instanceof Table.Cell.Text text && !text.text().isBlank()) {
                label.append(label.isEmpty() ? "" : " ").append(text.text());
            }
        }
        return label.toString();
    }
}
