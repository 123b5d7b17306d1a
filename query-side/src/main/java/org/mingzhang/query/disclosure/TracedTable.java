package org.mingzhang.query.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A filled table of which every cell can say where it comes from. */
public final class TracedTable {
    private final ByRow<CellFormula> formulas = new ByRow<>();
    private final ByRow<List<TextOrigin>> texts = new ByRow<>();
    private final Table table;

    TracedTable(TableTemplate template, BudgetFacts facts, Scope scope) {
        this.table = Tabulator.fill(template, facts, scope, new Witness() {
            @Override
            public void counted(String row, String column, FactSide side, Supplier<List<FactPredicate>> conditions) {
                formulas.add(row, column, () -> new CellFormula(side, scope, conditions.get()));
            }

            @Override
            public void said(String row, String column, Supplier<List<TextOrigin>> origins) {
                texts.add(row, column, origins);
            }
        });
    }

    /** What cells are made of, row by row as they are filled: a large table has many cells, and few are asked. */
    private static final class ByRow<T> {
        private final Map<String, List<Map.Entry<String, Supplier<T>>>> rows = new HashMap<>();

        void add(String row, String column, Supplier<T> made) {
            rows.computeIfAbsent(row, any -> new ArrayList<>()).add(Map.entry(column, made));
        }

        Optional<T> find(String row, String column) {
            return rows.getOrDefault(row, List.of()).reversed().stream()
                    .filter(cell -> cell.getKey().equals(column))
                    .findFirst()
                    .map(cell -> cell.getValue().get());
        }
    }

    public Table table() {
        return table;
    }

    /** Of an amount; empty for what is none. */
    public Optional<CellFormula> formula(String row, String column) {
        return formulas.find(row, column);
    }

    /** Of words; empty where the table has none at that place. */
    public List<TextOrigin> texts(String row, String column) {
        return texts.find(row, column).orElse(List.of());
    }
}
