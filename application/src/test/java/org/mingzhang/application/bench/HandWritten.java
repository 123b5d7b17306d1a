package org.mingzhang.application.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;

/** The floor of table 3: what somebody would write who knows nothing but this one table, cells in the same order. */
final class HandWritten {
    private static final int COLUMNS = 9;

    private HandWritten() {}

    /** Fen of the total, of the department and of each functional code, nine columns each. */
    static List<long[]> expenditure(BudgetFacts facts) {
        long[] total = new long[COLUMNS];
        Map<String, Row> rows = new HashMap<>();
        for (LineFact line : facts.expenditure()) {
            Expenditure of = (Expenditure) line.classification();
            String function = of.function().value();
            String unit = of.unit().value();
            Row row = rows.get(function);
            if (row == null) {
                row = new Row(function, unit);
                rows.put(function, row);
            } else if (unit.compareTo(row.firstUnit) < 0) {
                row.firstUnit = unit;
            }
            count(of, line.amount().fen(), row.fen);
            count(of, line.amount().fen(), total);
        }
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparing((Row row) -> row.firstUnit).thenComparing(row -> row.function));
        List<long[]> cells = new ArrayList<>(sorted.size() + 2);
        cells.add(total);
        cells.add(total);
        sorted.forEach(row -> cells.add(row.fen));
        return cells;
    }

    private static void count(Expenditure of, long fen, long[] cells) {
        add(cells, 0, fen);
        if (of.category().isProjectExpenditure()) {
            add(cells, 6, fen);
            switch (of.category()) {
                case OTHER_OPERATIONS -> add(cells, 7, fen);
                case SPECIFIC_PURPOSE -> add(cells, 8, fen);
                case PERSONNEL, OPERATING -> throw new IllegalStateException("no project expenditure");
            }
        } else {
            add(cells, 1, fen);
            add(cells, economicColumn(of.deptEconomic().value()), fen);
        }
    }

    private static int economicColumn(String code) {
        return switch (code.charAt(1)) {
            case '1' -> 5;
            default ->
                switch (code.charAt(2)) {
                    case '1' -> 2;
                    case '3' -> 3;
                    default -> 4;
                };
        };
    }

    private static void add(long[] cells, int column, long fen) {
        cells[column] = Math.addExact(cells[column], fen);
    }

    private static final class Row {
        private final String function;
        private final long[] fen = new long[COLUMNS];
        private String firstUnit;

        Row(String function, String firstUnit) {
            this.function = function;
            this.firstUnit = firstUnit;
        }
    }
}
