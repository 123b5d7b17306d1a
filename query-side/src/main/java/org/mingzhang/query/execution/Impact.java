package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableDifference;
import org.mingzhang.query.disclosure.TableNames;
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
     * @param column the heads above it, joined by {@code /}; blank for a table without heads
     */
    public record Change(int table, String row, String column, Amount before, Amount after) {
        public Amount difference() {
            return after.minus(before);
        }
    }

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
        return TableDifference.places(Optional.of(before), Optional.of(after)).stream()
                .filter(place -> !place.difference().isZero())
                .map(place -> new Change(
                        place.table(),
                        TableNames.row(
                                place.rowAfter() < 0
                                        ? before.rows().get(place.rowBefore())
                                        : after.rows().get(place.rowAfter()),
                                AmountUnit.YUAN),
                        TableNames.column(place.column(), "/", AmountUnit.YUAN),
                        place.amountBefore(),
                        place.amountAfter()))
                .toList();
    }
}
