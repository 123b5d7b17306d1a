package org.mingzhang.query.export;

import java.util.List;

/**
 * A list that a page shows, as columns; the file of it has the same ones.
 *
 * @param name key of the words for the whole
 */
public record Grid<R>(String name, List<GridColumn<R>> columns) {
    public Grid {
        columns = List.copyOf(columns);
    }

    /**
     * Everything that was found, as the file that the visitor asked for.
     *
     * @param rows gone through once; what is too much for the memory is fetched while it is written
     */
    public GridFile<R> file(String subject, Iterable<R> rows, GridFormat format) {
        return new GridFile<>(this, subject, rows, format);
    }
}
