package org.mingzhang.query.disclosure;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * A filled table: exact amounts, texts and heads; the unit of money is applied only when a cell is printed.
 *
 * @param name the name in the list of tables
 * @param scopeLine such as 部门名称：市人民政府办公室
 * @param measured whether each amount says by itself which measure it shows, so that {@code basis} is not of the whole
 * @param unitLine whether 单位：… stands above the table
 * @param columns leaf columns, left to right
 * @param rows every row has exactly one cell for each column
 * @param notes what stands beneath, including the reason when there is no data
 * @param empty whether there is no data
 */
public record Table(
        int number,
        String version,
        String name,
        String title,
        String scopeLine,
        TableBasis basis,
        Scope scope,
        boolean measured,
        boolean unitLine,
        List<Column> columns,
        List<Row> rows,
        List<String> notes,
        List<String> legalBasis,
        boolean empty) {

    /**
     * A leaf column.
     *
     * @param key stable: its heads joined by {@code /}
     * @param path its heads from the top down; empty for a table without heads
     */
    public record Column(String key, List<String> path, Alignment alignment) {
        /** Heads joined by {@code /}, without the unit of money: a key that no choice of unit changes. */
        public static String keyOf(List<String> path) {
            return String.join("/", path).replace("（{money}）", "");
        }
    }

    /** How the cells of a column stand. */
    public enum Alignment {
        TEXT,
        CENTRED,
        NUMBER
    }

    /** What a row is, for its look. */
    public enum RowKind {
        TOTAL,
        SUBTOTAL,
        ITEM,
        CONTINUED,
        HEAD
    }

    /** A row with its stable key, such as {@code 103/2010301}. */
    public record Row(String key, RowKind kind, List<Cell> cells) {}

    /** What stands at a crossing of row and column. */
    public sealed interface Cell {
        /** Text that covers columns to the right and rows below; {@code {money}} stands for the unit of money. */
        record Text(String text, int colspan, int rowspan) implements Cell {
            public static Text of(String text) {
                return new Text(text, 1, 1);
            }
        }

        /** An exact amount; nil, and what rounds to nil, prints as blank (tables.md §0 rule 4: never 0.00). */
        record Money(Amount amount) implements Cell {}

        /** Covered by a neighbour. */
        record Covered() implements Cell {}
    }

    /** What is printed in a cell; the empty text for covered cells, nil, and amounts that the unit rounds to nil. */
    public static String print(Cell cell, AmountUnit unit) {
        return switch (cell) {
            case Cell.Text text -> text(text.text(), unit);
            case Cell.Money money -> money.amount().isZero() ? "" : blankNil(unit.print(money.amount()));
            case Cell.Covered ignored -> "";
        };
    }

    private static String blankNil(String printed) {
        return printed.equals("0.00") ? "" : printed;
    }

    /** A head, label or title with the unit of money put in. */
    public static String text(String text, AmountUnit unit) {
        return text.replace("{money}", unit.label());
    }

    /** This empty table with another reason as its last note. */
    public Table withEmptyNote(String note) {
        List<String> changed = new java.util.ArrayList<>(notes.subList(0, Math.max(0, notes.size() - 1)));
        changed.add(note);
        return new Table(
                number,
                version,
                name,
                title,
                scopeLine,
                basis,
                scope,
                measured,
                unitLine,
                columns,
                rows,
                changed,
                legalBasis,
                empty);
    }

    public Optional<Row> row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** The index of the column with that key, or -1. */
    public int columnIndex(String key) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The amount at a crossing; empty when there is no such row, no such column or no amount in it. */
    public Optional<Amount> amount(String rowKey, String columnKey) {
        int column = columnIndex(columnKey);
        return column < 0
                ? Optional.empty()
                : row(rowKey)
                        .map(row -> row.cells().get(column))
                        .filter(Cell.Money.class::isInstance)
                        .map(cell -> ((Cell.Money) cell).amount());
    }

    /** The heads as rows of merged cells, top first; empty for a table without heads. */
    public List<List<HeadCell>> head() {
        return HeadCell.rows(columns);
    }
}
