package org.mingzhang.query.audit;

import java.util.List;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.disclosure.TableNames;
import org.mingzhang.query.disclosure.TextOrigin;
import org.mingzhang.query.disclosure.TracedTable;

/** By which printed words a place of a table is called. */
final class PlaceNames {
    private PlaceNames() {}

    /**
     * The words of the row that stand before the cell, those of its own panel where several stand side by side; where no
     * name does, as in a total whose word stands in the column of codes, the first words of the row.
     */
    static String row(TracedTable traced, int rowAt, int columnAt, AmountUnit unit) {
        List<Table.Row> rows = traced.table().rows();
        List<Table.Column> columns = traced.table().columns();
        int at = rowAt;
        while (at > 0 && rows.get(at).kind() == Table.RowKind.CONTINUED) {
            at--;
        }
        Table.Row row = rows.get(at);
        String name = "";
        for (int i = 0; i < Math.max(columnAt, 1); i++) {
            boolean names = row.cells().get(i) instanceof Table.Cell.Text text
                    && !text.text().isBlank()
                    && columns.get(i).alignment() == Table.Alignment.TEXT
                    && traced.texts(row.key(), columns.get(i).key()).stream()
                            .noneMatch(origin -> origin.kind() == TextOrigin.Kind.PROJECT_TARGETS);
            name = names ? TableNames.text(row.cells().get(i), unit) : name;
        }
        return name.isEmpty() ? first(row, columnAt, unit) : name;
    }

    private static String first(Table.Row row, int before, AmountUnit unit) {
        return row.cells().stream()
                .limit(Math.max(before, 1))
                .map(cell -> TableNames.text(cell, unit))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    static String column(Table.Column column, AmountUnit unit) {
        return TableNames.column(column, " / ", unit);
    }
}
