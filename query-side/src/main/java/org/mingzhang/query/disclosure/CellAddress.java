package org.mingzhang.query.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * How the keys of rows and columns stand in an address: as they are, but for the two signs that no segment of a path can
 * hold, a slash (written {@code ~}) and a bar (written {@code !}).
 */
public final class CellAddress {
    private CellAddress() {}

    /** The key as one segment of a path, not yet percent-encoded. */
    public static String segment(String key) {
        return key.replace('/', '~').replace('|', '!');
    }

    /** The row with that segment; empty when the table has none. */
    public static Optional<Table.Row> row(Table table, String segment) {
        return table.rows().stream()
                .filter(row -> segment(row.key()).equals(segment))
                .findFirst();
    }

    /** The place of the column with that segment; empty when the table has none. */
    public static Optional<Integer> column(Table table, String segment) {
        List<Table.Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (segment(columns.get(i).key()).equals(segment)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
