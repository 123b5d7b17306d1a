package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * The head of a table as a tree.
 *
 * @param printed whether it stands above the body; a free-form table carries its heads in its body
 */
public record Header(List<HeadNode> roots, boolean printed) {
    public Header {
        roots = List.copyOf(roots);
    }

    /** One cell of the head, placed: {@code column} counts columns from 0. */
    public record Placed(HeadNode node, int column, int rowspan, int colspan) {}

    public int depth() {
        return roots.stream().mapToInt(HeadNode::depth).max().orElse(0);
    }

    /** The rows of the head from the top; a cell without children reaches down to the last row. */
    public List<List<Placed>> rows() {
        List<List<Placed>> rows = new ArrayList<>();
        int depth = depth();
        for (int i = 0; i < depth; i++) {
            rows.add(new ArrayList<>());
        }
        place(roots, 0, 0, rows);
        return rows;
    }

    private static void place(List<HeadNode> nodes, int level, int firstColumn, List<List<Placed>> rows) {
        int column = firstColumn;
        for (HeadNode node : nodes) {
            int rowspan = node.children().isEmpty() ? rows.size() - level : 1;
            rows.get(level).add(new Placed(node, column, rowspan, node.width()));
            place(node.children(), level + 1, column, rows);
            column += node.width();
        }
    }
}
