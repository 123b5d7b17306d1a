package org.mingzhang.query.disclosure;

import java.util.List;

/**
 * One line of a table.
 *
 * @param key stable across stages, scopes, positions and years, such as {@code 103/2010301}
 * @param cells one per column
 */
public record Row(String key, RowKind kind, List<Cell> cells) {
    public Row {
        cells = List.copyOf(cells);
    }
}
