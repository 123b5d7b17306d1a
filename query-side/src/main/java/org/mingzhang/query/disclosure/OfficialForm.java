package org.mingzhang.query.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A form of monitoring or self-evaluation, filled.
 *
 * @param explained the cells of tables of the disclosure that say where its numbers come from, by row and column of the form
 */
public record OfficialForm(Table table, Map<Place, Cell> explained) {
    public OfficialForm {
        explained = Map.copyOf(explained);
    }

    /** A place in the form. */
    public record Place(String row, String column) {}

    /** A cell of a table of the disclosure, and the measure in which it shows the same. */
    public record Cell(int table, String row, String column, TableBasis basis) {}

    /** Fills a form from what was stated and from the facts as they stood then. */
    public static OfficialForm fill(TableTemplate template, BudgetFacts facts, Scope scope, Stated stated) {
        Map<Place, Cell> explained = new HashMap<>();
        Table table = Tabulator.fill(template, facts, scope, stated, new Witness() {
            @Override
            public void counted(String row, String column, FactSide side, Supplier<List<FactPredicate>> conditions) {}

            @Override
            public void said(String row, String column, Supplier<List<TextOrigin>> origins) {}

            @Override
            public void elsewhere(String row, String column, TableTemplate.Explained cell, TableBasis basis) {
                explained.put(new Place(row, column), new Cell(cell.table(), cell.row(), cell.column(), basis));
            }
        });
        return new OfficialForm(table, explained);
    }

    /** Where the number at a place is explained; empty for words. */
    public Optional<Cell> explained(String row, String column) {
        return Optional.ofNullable(explained.get(new Place(row, column)));
    }
}
