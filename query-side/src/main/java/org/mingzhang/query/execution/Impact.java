package org.mingzhang.query.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableTemplate;
import org.mingzhang.query.disclosure.Tabulator;

/**
 * What the adjusted tables will say once a document takes effect: the tables are filled twice, from the facts as they are
 * and from the facts with the document's lines and targets in them.
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

    /** Every amount of every table of the department that changes, in the order of the tables. */
    public static List<Change> of(List<TableTemplate> templates, BudgetFacts now, AdjustmentRequest request) {
        return between(templates, now, after(now, request));
    }

    /** The same, of a document that also changes what a project says. */
    public static List<Change> of(
            List<TableTemplate> templates, BudgetFacts now, AdjustmentRequest request, Optional<Project> project) {
        return between(templates, now, after(saying(now, project), request));
    }

    private static BudgetFacts saying(BudgetFacts now, Optional<Project> project) {
        List<Project> projects = now.projects().stream()
                .map(there -> project.filter(after -> after.code().equals(there.code()))
                        .orElse(there))
                .toList();
        return new BudgetFacts(
                now.header(),
                now.position(),
                now.basis(),
                now.units(),
                now.expenditure(),
                now.revenue(),
                projects,
                now.projectTargets(),
                now.overallTargets(),
                now.statements());
    }

    /** Every amount that differs between the tables of two states of a budget. */
    public static List<Change> between(List<TableTemplate> templates, BudgetFacts now, BudgetFacts then) {
        List<Change> changes = new ArrayList<>();
        for (TableTemplate template : templates) {
            Table before = Tabulator.fill(template, now, Scope.DEPARTMENT);
            Table after = Tabulator.fill(template, then, Scope.DEPARTMENT);
            changes.addAll(between(before, after));
        }
        return changes;
    }

    /** The facts as they will be. */
    static BudgetFacts after(BudgetFacts now, AdjustmentRequest request) {
        return new BudgetFacts(
                now.header(),
                now.position(),
                now.basis(),
                now.units(),
                moved(now.expenditure(), request.entries()),
                now.revenue(),
                now.projects(),
                targets(now, request),
                now.overallTargets(),
                now.statements());
    }

    private static List<LineFact> moved(List<LineFact> lines, List<AdjustmentEntry> entries) {
        Map<List<Object>, Amount> amounts = new LinkedHashMap<>();
        Map<List<Object>, LineFact> known = new LinkedHashMap<>();
        for (LineFact line : lines) {
            List<Object> place = List.of(line.key(), line.classification());
            known.put(place, line);
            amounts.put(place, line.amount());
        }
        for (AdjustmentEntry entry : entries) {
            List<Object> place = List.of(entry.line(), entry.classification());
            known.putIfAbsent(place, new LineFact(entry.line(), 0, entry.classification(), Amount.ZERO));
            amounts.merge(place, entry.change(), Amount::plus);
        }
        List<LineFact> moved = new ArrayList<>();
        amounts.forEach((place, amount) -> {
            LineFact line = known.get(place);
            if (line != null && !amount.isZero()) {
                moved.add(new LineFact(line.key(), moved.size(), line.classification(), amount));
            }
        });
        return moved;
    }

    private static Map<ProjectCode, List<Indicator>> targets(BudgetFacts now, AdjustmentRequest request) {
        Map<ProjectCode, List<Indicator>> targets = new LinkedHashMap<>(now.projectTargets());
        request.performance()
                .forEach(effect -> effect.revised().ifPresent(revised -> targets.put(effect.project(), revised)));
        return targets;
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
