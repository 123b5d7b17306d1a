package org.mingzhang.query.counterfactual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableNames;
import org.mingzhang.query.disclosure.TableTemplate;
import org.mingzhang.query.disclosure.Tabulator;

/**
 * A cell of a table that two states of a budget say differently, an amount or words.
 *
 * @param row its stable key; {@code label} is what stands at the left of it
 * @param column its stable key; {@code heads} are the words above it, blank for a table without heads
 * @param before blank where the one state has no such cell
 * @param difference empty for words
 */
record CellDifference(
        int table,
        String row,
        String label,
        String column,
        String heads,
        String before,
        String after,
        Optional<Amount> beforeAmount,
        Optional<Amount> afterAmount,
        Optional<Amount> difference) {

    /** Rows may repeat their key, as continued ones do; they are told apart by their turn. */
    private record Place(String row, int turn, String column) {}

    private record Standing(String label, String heads, Table.Cell cell) {}

    /** Every cell of every table that differs, table by table. */
    static List<CellDifference> between(List<TableTemplate> templates, BudgetFacts before, BudgetFacts after) {
        List<CellDifference> all = new ArrayList<>();
        for (TableTemplate template : templates) {
            all.addAll(between(
                    Tabulator.fill(template, before, Scope.DEPARTMENT),
                    Tabulator.fill(template, after, Scope.DEPARTMENT)));
        }
        return all;
    }

    private static List<CellDifference> between(Table before, Table after) {
        Map<Place, Standing> was = cells(before);
        Map<Place, Standing> is = cells(after);
        Map<Place, Standing> places = new LinkedHashMap<>(was);
        is.forEach(places::putIfAbsent);
        List<CellDifference> differences = new ArrayList<>();
        places.keySet().forEach(place -> {
            Optional<Standing> old = Optional.ofNullable(was.get(place));
            Optional<Standing> now = Optional.ofNullable(is.get(place));
            if (!content(old).equals(content(now))) {
                differences.add(of(before.number(), place, old, now));
            }
        });
        return differences;
    }

    private static CellDifference of(int table, Place place, Optional<Standing> old, Optional<Standing> now) {
        Optional<Amount> before = amount(old);
        Optional<Amount> after = amount(now);
        boolean money = before.isPresent() || after.isPresent();
        return new CellDifference(
                table,
                place.row(),
                old.or(() -> now).map(Standing::label).orElse(""),
                place.column(),
                old.or(() -> now).map(Standing::heads).orElse(""),
                printed(old),
                printed(now),
                money ? Optional.of(before.orElse(Amount.ZERO)) : Optional.empty(),
                money ? Optional.of(after.orElse(Amount.ZERO)) : Optional.empty(),
                money ? Optional.of(after.orElse(Amount.ZERO).minus(before.orElse(Amount.ZERO))) : Optional.empty());
    }

    private static Optional<Amount> amount(Optional<Standing> standing) {
        return standing.map(Standing::cell)
                .filter(Table.Cell.Money.class::isInstance)
                .map(cell -> ((Table.Cell.Money) cell).amount());
    }

    private static String printed(Optional<Standing> standing) {
        return standing.map(found -> Table.print(found.cell(), AmountUnit.YUAN)).orElse("");
    }

    /** A cell that is not there, a blank one and nil read the same; how far a text stretches is its look. */
    private static Object content(Optional<Standing> standing) {
        return amount(standing)
                .filter(amount -> !amount.isZero())
                .<Object>map(amount -> amount)
                .orElseGet(() -> printed(standing));
    }

    private static Map<Place, Standing> cells(Table table) {
        Map<Place, Standing> cells = new LinkedHashMap<>();
        Map<String, Integer> turns = new HashMap<>();
        for (Table.Row row : table.rows()) {
            int turn = turns.merge(row.key(), 1, Integer::sum);
            String label = TableNames.row(row, AmountUnit.YUAN);
            for (int column = 0; column < row.cells().size(); column++) {
                Table.Column over = table.columns().get(column);
                cells.put(
                        new Place(row.key(), turn, over.key()),
                        new Standing(
                                label,
                                TableNames.column(over, " · ", AmountUnit.YUAN),
                                row.cells().get(column)));
            }
        }
        return cells;
    }
}
