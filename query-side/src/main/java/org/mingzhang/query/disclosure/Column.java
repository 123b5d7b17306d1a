package org.mingzhang.query.disclosure;

import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * One column of a table.
 *
 * @param key the path of head labels joined by {@code /}, without the unit of money
 * @param path the head cells above it, from the top
 * @param money whether its cells are amounts
 */
public record Column(String key, List<HeadNode> path, boolean money) {
    public Column {
        path = List.copyOf(path);
    }

    /** The path of printed labels joined by {@code /}, as in the first line of a CSV. */
    public String title(AmountUnit unit) {
        return path.stream().map(node -> node.label(unit)).collect(Collectors.joining("/"));
    }
}
