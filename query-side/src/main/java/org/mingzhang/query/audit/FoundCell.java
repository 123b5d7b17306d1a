package org.mingzhang.query.audit;

import org.mingzhang.query.disclosure.CellAddress;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.web.AskedAmiss;
import org.springframework.http.HttpStatus;

/** A cell of a table; a place that a merged neighbour covers is that neighbour's. */
record FoundCell(Table table, int rowAt, int columnAt) {
    /** Says which of the two is not there. */
    static FoundCell of(Table table, String row, String column, long position) {
        Table.Row found = CellAddress.row(table, row)
                .orElseThrow(() ->
                        new AskedAmiss(HttpStatus.NOT_FOUND, "row", row, table.number(), Long.toString(position)));
        int at = CellAddress.column(table, column)
                .orElseThrow(() -> new AskedAmiss(HttpStatus.NOT_FOUND, "column", column, table.number()));
        return new FoundCell(table, table.rows().indexOf(found), at).uncovered();
    }

    /** The cell that is merged over this place, or this one. */
    FoundCell uncovered() {
        if (!(cell() instanceof Table.Cell.Covered)) {
            return this;
        }
        for (int left = columnAt - 1; left >= 0; left--) {
            Table.Cell neighbour = row().cells().get(left);
            if (!(neighbour instanceof Table.Cell.Covered)) {
                boolean reaches = !(neighbour instanceof Table.Cell.Text text) || text.colspan() > columnAt - left;
                return reaches ? new FoundCell(table, rowAt, left) : above();
            }
        }
        return above();
    }

    private FoundCell above() {
        int up = rowAt;
        while (up > 0 && table.rows().get(up).cells().get(columnAt) instanceof Table.Cell.Covered) {
            up--;
        }
        return new FoundCell(table, up, columnAt);
    }

    Table.Row row() {
        return table.rows().get(rowAt);
    }

    Table.Column column() {
        return table.columns().get(columnAt);
    }

    Table.Cell cell() {
        return row().cells().get(columnAt);
    }
}
