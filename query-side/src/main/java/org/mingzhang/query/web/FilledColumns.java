package org.mingzhang.query.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mingzhang.query.disclosure.Table;

/** A table without the columns that hold no amount at all; what spans a hidden column gets narrower. */
final class FilledColumns {
    private final Table table;
    private final boolean[] kept;

    private FilledColumns(Table table) {
        this.table = table;
        this.kept = new boolean[table.columns().size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = table.columns().get(i).alignment() != Table.Alignment.NUMBER || filled(i);
        }
    }

    /** The same table when it is empty: an empty table keeps its head. */
    static Table of(Table table) {
        return table.empty() ? table : new FilledColumns(table).narrowed();
    }

    private boolean filled(int column) {
        return table.rows().stream().anyMatch(row -> switch (row.cells().get(column)) {
            case Table.Cell.Text text -> !text.text().isEmpty() || text.colspan() > 1;
            case Table.Cell.Money money -> !money.amount().isZero();
            case Table.Cell.Covered ignored -> false;
        });
    }

    private Table narrowed() {
        return new Table(
                table.number(),
                table.version(),
                table.name(),
                table.title(),
                table.scopeLine(),
                table.basis(),
                table.scope(),
                table.measured(),
                table.unitLine(),
                IntStream.range(0, kept.length)
                        .filter(i -> kept[i])
                        .mapToObj(table.columns()::get)
                        .toList(),
                table.rows().stream().map(this::narrowed).toList(),
                table.notes(),
                table.legalBasis(),
                false);
    }

    private Table.Row narrowed(Table.Row row) {
        List<Table.Cell> cells = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                cells.add(narrowed(row.cells().get(i), i));
            }
        }
        return new Table.Row(row.key(), row.kind(), cells);
    }

    private Table.Cell narrowed(Table.Cell cell, int column) {
        return switch (cell) {
            case Table.Cell.Text text ->
                new Table.Cell.Text(
                        text.text(),
                        (int) IntStream.range(column, column + text.colspan())
                                .filter(i -> kept[i])
                                .count(),
                        text.rowspan());
            case Table.Cell.Money money -> money;
            case Table.Cell.Covered covered -> covered;
        };
    }
}
