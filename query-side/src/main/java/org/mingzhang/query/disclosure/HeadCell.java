package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * One merged cell of a table's head; the same tree feeds pages, workbooks and CSV.
 *
 * @param column index of the first leaf column it covers
 */
public record HeadCell(String text, int column, int colspan, int rowspan) {
    static List<List<HeadCell>> rows(List<Table.Column> columns) {
        int depth = columns.stream().mapToInt(c -> c.path().size()).max().orElse(0);
        List<List<HeadCell>> rows = new ArrayList<>();
        for (int level = 0; level < depth; level++) {
            rows.add(row(columns, level, depth));
        }
        return rows;
    }

    private static List<HeadCell> row(List<Table.Column> columns, int level, int depth) {
        List<HeadCell> row = new ArrayList<>();
        int column = 0;
        while (column < columns.size()) {
            List<String> path = columns.get(column).path();
            if (path.size() <= level) {
                column++;
                continue;
            }
            int width = 1;
            boolean leaf = path.size() == level + 1;
            while (!leaf && column + width < columns.size() && together(columns, column, column + width, level)) {
                width++;
            }
            row.add(new HeadCell(path.get(level), column, width, leaf ? depth - level : 1));
            column += width;
        }
        return row;
    }

    private static boolean together(List<Table.Column> columns, int first, int other, int level) {
        List<String> a = columns.get(first).path();
        List<String> b = columns.get(other).path();
        return b.size() > level + 1 && a.subList(0, level + 1).equals(b.subList(0, level + 1));
    }
}
