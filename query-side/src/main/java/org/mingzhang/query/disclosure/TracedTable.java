package org.mingzhang.query.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A filled table of which every cell can say where it comes from. */
public final class TracedTable {
    private final Map<Cell, Supplier<CellFormula>> formulas = new HashMap<>();
    private final Map<Cell, Supplier<List<TextOrigin>>> texts = new HashMap<>();
    private final Table table;

    private record Cell(String row, String column) {}

    TracedTable(TableTemplate template, BudgetFacts facts, Scope scope) {
        this.table = Tabulator.fill(template, facts, scope, new Witness() {
            @Override
            public void counted(String row, String column, FactSide side, Supplier<List<FactPredicate>> conditions) {
                formulas.put(new Cell(row, column), () -> new CellFormula(side, scope, conditions.get()));
            }

            @Override
            public void said(String row, String column, Supplier<List<TextOrigin>> origins) {
                texts.put(new Cell(row, column), origins);
            }
        });
    }

    public Table table() {
        return table;
    }

    /** Of an amount; empty for what is none. */
    public Optional<CellFormula> formula(String row, String column) {
        return Optional.ofNullable(formulas.get(new Cell(row, column))).map(Supplier::get);
    }

    /** Of words; empty where the table has none at that place. */
    public List<TextOrigin> texts(String row, String column) {
        return Optional.ofNullable(texts.get(new Cell(row, column)))
                .map(Supplier::get)
                .orElse(List.of());
    }
}
