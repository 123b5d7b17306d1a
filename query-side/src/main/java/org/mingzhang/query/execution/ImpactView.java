package org.mingzhang.query.execution;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * What will change, as a page shows it: how many amounts of which table, and each of them.
 *
 * @param tables how many amounts change, by the number of the table
 */
public record ImpactView(Map<Integer, Long> tables, List<Cell> cells) {
    /** More than anybody reads; the count tells the rest. */
    private static final int SHOWN = 200;

    private static final int LONGEST_ROW = 40;

    /** An amount before and after, in 元. */
    public record Cell(int table, String row, String column, String before, String after, boolean less) {}

    public static ImpactView of(List<Impact.Change> changes) {
        return new ImpactView(
                changes.stream()
                        .collect(Collectors.groupingBy(Impact.Change::table, TreeMap::new, Collectors.counting())),
                changes.stream().limit(SHOWN).map(ImpactView::cell).toList());
    }

    private static Cell cell(Impact.Change change) {
        return new Cell(
                change.table(),
                shortened(change.row()),
                change.column().replace("/", " · "),
                AmountUnit.YUAN.print(change.before()),
                AmountUnit.YUAN.print(change.after()),
                change.difference().isNegative());
    }

    /** Some rows say a whole list of targets. */
    private static String shortened(String row) {
        return row.codePointCount(0, row.length()) <= LONGEST_ROW
                ? row
                : row.substring(0, row.offsetByCodePoints(0, LONGEST_ROW)) + "…";
    }

    /** How many are not listed. */
    public long more() {
        return tables.values().stream().mapToLong(Long::longValue).sum() - cells.size();
    }
}
