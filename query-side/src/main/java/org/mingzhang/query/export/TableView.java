package org.mingzhang.query.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.Table;

/**
 * A table as the reading API gives it; the shape is stable, fields are only ever added.
 *
 * @param budget such as {@code 411200-103-2025}
 * @param position the log position as of which it was read
 * @param basis initial, adjusted or executed
 * @param scope {@code department} or the code of a unit
 * @param unit {@code wan} or {@code yuan}: the unit of the printed texts; {@code fen} fields know no unit
 * @param head the tree of heads
 * @param columns leaf columns from the left
 */
public record TableView(
        String budget,
        long position,
        int number,
        String version,
        String name,
        String title,
        String scope,
        String scopeLine,
        String basis,
        String basisLabel,
        String unit,
        String unitLabel,
        boolean empty,
        List<String> legalBasis,
        List<Head> head,
        List<Column> columns,
        List<Row> rows,
        List<String> notes) {

    /** One head with the heads below it; {@code key} is the path of labels without the unit of money. */
    public record Head(String key, String text, List<Head> below) {}

    public record Column(String key, String title, String alignment) {}

    /** One row; {@code kind} is total, subtotal, item, continued or head. */
    public record Row(String key, String kind, List<Cell> cells) {}

    /**
     * One cell; covered cells of a merge have an empty text and a span of 0.
     *
     * @param fen the exact amount; left out for texts
     */
    public record Cell(
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long fen,

            int colspan,
            int rowspan) {}

    public static TableView of(Table table, BudgetFacts facts, AmountUnit unit) {
        return new TableView(
                facts.header().id().toString(),
                facts.position(),
                table.number(),
                table.version(),
                table.name(),
                table.title(),
                table.scope().key(),
                table.scopeLine(),
                table.basis().key(),
                table.basis().label(),
                key(unit),
                unit.label(),
                table.empty(),
                table.legalBasis(),
                heads(table.columns(), 0, unit),
                table.columns().stream()
                        .map(column -> new Column(column.key(), title(column, unit), word(column.alignment())))
                        .toList(),
                table.rows().stream().map(row -> row(row, unit)).toList(),
                table.notes());
    }

    /** The word of the parameter {@code unit}. */
    public static String key(AmountUnit unit) {
        return switch (unit) {
            case WAN_YUAN -> "wan";
            case YUAN -> "yuan";
        };
    }

    private static String title(Table.Column column, AmountUnit unit) {
        return column.path().isEmpty() ? column.key() : Table.text(String.join("/", column.path()), unit);
    }

    private static Row row(Table.Row row, AmountUnit unit) {
        return new Row(
                row.key(),
                word(row.kind()),
                row.cells().stream().map(cell -> cell(cell, unit)).toList());
    }

    private static Cell cell(Table.Cell cell, AmountUnit unit) {
        String printed = Table.print(cell, unit);
        return switch (cell) {
            case Table.Cell.Text text -> new Cell(printed, null, text.colspan(), text.rowspan());
            case Table.Cell.Money money -> new Cell(printed, money.amount().fen(), 1, 1);
            case Table.Cell.Covered ignored -> new Cell(printed, null, 0, 0);
        };
    }

    /** Neighbours that share their head at this level hang below it. */
    private static List<Head> heads(List<Table.Column> columns, int level, AmountUnit unit) {
        List<Head> heads = new ArrayList<>();
        int from = 0;
        while (from < columns.size()) {
            List<String> path = columns.get(from).path();
            int to = from + 1;
            while (to < columns.size() && shares(path, columns.get(to).path(), level)) {
                to++;
            }
            if (path.size() > level) {
                boolean leaf = path.size() == level + 1;
                List<Head> below = leaf ? List.of() : heads(columns.subList(from, to), level + 1, unit);
                heads.add(new Head(
                        Table.Column.keyOf(path.subList(0, level + 1)), Table.text(path.get(level), unit), below));
            }
            from = to;
        }
        return heads;
    }

    private static boolean shares(List<String> path, List<String> other, int level) {
        return path.size() > level + 1
                && other.size() > level + 1
                && path.subList(0, level + 1).equals(other.subList(0, level + 1));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
