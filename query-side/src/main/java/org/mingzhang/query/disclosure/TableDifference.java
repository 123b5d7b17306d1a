package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Amount;

/**
 * What one table says in two states of a budget, place by place: every place that either of them has, by the stable keys of
 * rows and columns.
 *
 * <p>A word that a merged cell spreads over rows stands in each of them here, so that a merge that ends elsewhere is no
 * change.
 */
public final class TableDifference {
    private static final Table.Cell NOTHING = new Table.Cell.Covered();

    private TableDifference() {}

    /** Whether both tables have the row of a place. */
    public enum Standing {
        BOTH,
        APPEARED,
        VANISHED
    }

    /**
     * A place of the table.
     *
     * @param rowBefore index of its row; -1 where the table had no such row
     * @param before what stood there; covered where nothing did
     */
    public record Place(
            int table,
            String row,
            Table.Column column,
            int columnAt,
            int rowBefore,
            int rowAfter,
            Table.Cell before,
            Table.Cell after) {
        public Standing standing() {
            return rowBefore < 0 ? Standing.APPEARED : rowAfter < 0 ? Standing.VANISHED : Standing.BOTH;
        }

        /** Whether it holds an amount in one of them. */
        public boolean money() {
            return before instanceof Table.Cell.Money || after instanceof Table.Cell.Money;
        }

        public Amount amountBefore() {
            return amount(before);
        }

        public Amount amountAfter() {
            return amount(after);
        }

        public Amount difference() {
            return amountAfter().minus(amountBefore());
        }

        /** Whether amounts differ by a fen, or words by a sign. */
        public boolean changed() {
            return !difference().isZero() || !words(before).equals(words(after));
        }

        /** Whether nothing stands there in either. */
        public boolean blank() {
            return amountBefore().isZero()
                    && amountAfter().isZero()
                    && words(before).isBlank()
                    && words(after).isBlank();
        }
    }

    /**
     * All places in the order of the later table; a row that is gone stands after the one that it followed.
     *
     * @param before empty where there was no such table yet; of the same template as {@code after}
     */
    public static List<Place> places(Optional<Table> before, Optional<Table> after) {
        Table columns = after.or(() -> before).orElseThrow();
        Rows old = Rows.of(before);
        Rows fresh = Rows.of(after);
        List<Place> places = new ArrayList<>();
        for (String row : order(old.at.keySet(), fresh.at.keySet())) {
            int was = old.at.getOrDefault(row, -1);
            int is = fresh.at.getOrDefault(row, -1);
            for (int column = 0; column < columns.columns().size(); column++) {
                places.add(new Place(
                        columns.number(),
                        row,
                        columns.columns().get(column),
                        column,
                        was,
                        is,
                        old.cell(was, column),
                        fresh.cell(is, column)));
            }
        }
        return places;
    }

    private static List<String> order(Set<String> before, Set<String> after) {
        List<String> rows = new ArrayList<>();
        Map<String, List<String>> gone = new HashMap<>();
        String anchor = "";
        for (String row : before) {
            if (after.contains(row)) {
                anchor = row;
            } else {
                gone.computeIfAbsent(anchor, any -> new ArrayList<>()).add(row);
            }
        }
        rows.addAll(gone.getOrDefault("", List.of()));
        for (String row : after) {
            rows.add(row);
            rows.addAll(gone.getOrDefault(row, List.of()));
        }
        return rows;
    }

    private static Amount amount(Table.Cell cell) {
        return cell instanceof Table.Cell.Money money ? money.amount() : Amount.ZERO;
    }

    private static String words(Table.Cell cell) {
        return cell instanceof Table.Cell.Text text ? text.text() : "";
    }

    /** The rows of a table by their keys, with what merged cells spread downwards. */
    private record Rows(Map<String, Integer> at, List<List<Table.Cell>> cells) {
        static Rows of(Optional<Table> table) {
            Rows rows = new Rows(new LinkedHashMap<>(), new ArrayList<>());
            for (Table.Row row : table.map(Table::rows).orElse(List.of())) {
                rows.at.put(row.key(), rows.cells.size());
                rows.cells.add(new ArrayList<>(row.cells()));
            }
            rows.spread();
            return rows;
        }

        private void spread() {
            for (int row = 0; row < cells.size(); row++) {
                for (int column = 0; column < cells.get(row).size(); column++) {
                    if (cells.get(row).get(column) instanceof Table.Cell.Text text) {
                        for (int below = 1; below < text.rowspan(); below++) {
                            cells.get(row + below).set(column, Table.Cell.Text.of(text.text()));
                        }
                    }
                }
            }
        }

        Table.Cell cell(int row, int column) {
            return row < 0 ? NOTHING : cells.get(row).get(column);
        }
    }
}
