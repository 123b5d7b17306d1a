package org.mingzhang.query.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.CellAddress;
import org.mingzhang.query.disclosure.HeadCell;
import org.mingzhang.query.disclosure.Table;
import org.springframework.web.util.UriUtils;

/**
 * Any table as cells ready to be written: heads with their scope, cells with their look; one fragment writes them all.
 *
 * @param columns keys of the leaf columns
 * @param shape its look: {@code form} without heads, {@code panels} side by side, where the kind of a row is that of one
 *     panel only, {@code indented} where items stand below subtotals; else blank
 */
public record PrintedTable(String title, List<String> columns, List<List<Head>> head, List<Row> rows, String shape) {
    /** A head; {@code scope} is the attribute by which it is read aloud with its columns. */
    public record Head(String text, int colspan, int rowspan, String scope, String key) {}

    public record Row(String key, String look, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param fen the exact amount; blank for texts
     * @param rowHead whether it names its row
     * @param place what stands for it at the end of the address of its explanation
     */
    public record Cell(
            String text,
            String look,
            int colspan,
            int rowspan,
            String column,
            String fen,
            boolean rowHead,
            String place) {}

    /** What stands for a cell at the end of an address. */
    public static String place(String row, String column) {
        return UriUtils.encodePathSegment(CellAddress.segment(row), StandardCharsets.UTF_8)
                + "/"
                + UriUtils.encodePathSegment(CellAddress.segment(column), StandardCharsets.UTF_8);
    }

    public static PrintedTable of(Table table, AmountUnit unit) {
        boolean form = table.head().isEmpty();
        List<Row> rows =
                table.rows().stream().map(row -> row(table, row, unit, form)).toList();
        return new PrintedTable(
                Table.text(table.title(), unit),
                table.columns().stream().map(Table.Column::key).toList(),
                table.head().stream().map(level -> heads(table, level, unit)).toList(),
                rows,
                shape(table));
    }

    public boolean form() {
        return shape.equals("form");
    }

    /** Lists that stand side by side join the keys of their rows. */
    private static String shape(Table table) {
        if (table.head().isEmpty()) {
            return "form";
        }
        if (table.rows().stream().anyMatch(row -> row.key().contains("|"))) {
            return "panels";
        }
        long names = table.columns().stream()
                .filter(column -> column.alignment() == Table.Alignment.TEXT)
                .count();
        boolean below = table.rows().stream().anyMatch(row -> row.kind() == Table.RowKind.SUBTOTAL);
        return names == 1 && below ? "indented" : "";
    }

    private static List<Head> heads(Table table, List<HeadCell> level, AmountUnit unit) {
        return level.stream()
                .map(head -> new Head(
                        Table.text(head.text(), unit),
                        head.colspan(),
                        head.rowspan(),
                        head.colspan() > 1 ? "colgroup" : "col",
                        head.colspan() > 1
                                ? ""
                                : table.columns().get(head.column()).key()))
                .toList();
    }

    private static Row row(Table table, Table.Row row, AmountUnit unit, boolean form) {
        List<Cell> cells = new ArrayList<>();
        boolean named = row.kind() == Table.RowKind.CONTINUED || (form && row.kind() == Table.RowKind.HEAD);
        for (int i = 0; i < row.cells().size(); i++) {
            Table.Cell cell = row.cells().get(i);
            if (cell instanceof Table.Cell.Covered) {
                continue;
            }
            Table.Column column = table.columns().get(i);
            boolean names = !named && column.alignment() == Table.Alignment.TEXT && !blank(cell) && !(form && i > 0);
            named |= names;
            cells.add(cell(cell, column, unit, names, form ? coveredAfter(row, i) : 0, place(row.key(), column.key())));
        }
        return new Row(row.key(), row.kind().name().toLowerCase(Locale.ROOT), cells);
    }

    /** An amount of a form covers what stands covered to its right; elsewhere an amount covers nothing. */
    private static int coveredAfter(Table.Row row, int index) {
        int next = index + 1;
        while (next < row.cells().size() && row.cells().get(next) instanceof Table.Cell.Covered) {
            next++;
        }
        return next - index - 1;
    }

    private static boolean blank(Table.Cell cell) {
        return !(cell instanceof Table.Cell.Text text) || text.text().isBlank();
    }

    private static Cell cell(
            Table.Cell cell, Table.Column column, AmountUnit unit, boolean names, int covered, String place) {
        String printed = Table.print(cell, unit);
        String key = column.key();
        return switch (cell) {
            case Table.Cell.Text text ->
                new Cell(printed, look(column.alignment()), text.colspan(), text.rowspan(), key, "", names, place);
            case Table.Cell.Money money ->
                new Cell(
                        printed,
                        "num",
                        1 + covered,
                        1,
                        key,
                        Long.toString(money.amount().fen()),
                        false,
                        place);
            case Table.Cell.Covered ignored -> new Cell("", "", 1, 1, key, "", false, place);
        };
    }

    private static String look(Table.Alignment alignment) {
        return switch (alignment) {
            case TEXT, NUMBER -> "txt";
            case CENTRED -> "mid";
        };
    }
}
