package org.mingzhang.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;

/** The twelve tables of one budget, asked for amounts in fen; what is not there counts nothing. */
final class FilledTables {
    static final TableCatalogue CATALOGUE = TableCatalogue.shipped();

    private final BudgetFacts facts;
    private final Scope scope;
    private final List<Table> tables;

    FilledTables(BudgetFacts facts, Scope scope) {
        this.facts = facts;
        this.scope = scope;
        this.tables = Tabulator.fillAll(CATALOGUE, facts, scope);
    }

    Table table(int number) {
        return tables.get(number - 1);
    }

    List<Table> all() {
        return tables;
    }

    String owner() {
        return scope.unit()
                .map(Object::toString)
                .orElse(facts.header().id().department().value());
    }

    /** Whether no line counts for which the condition holds. */
    boolean without(Predicate<LineFact> condition) {
        return facts.expenditure().stream()
                .filter(line -> scope.covers(line.classification().unit()))
                .noneMatch(condition);
    }

    /** The amount, 0 when the table has no such row; a column that does not exist is a mistake of the test. */
    long fen(int table, String row, String column) {
        assertThat(table(table).columnIndex(column))
                .as("column %s of table %s", column, table)
                .isNotNegative();
        return table(table).amount(row, column).map(amount -> amount.fen()).orElse(0L);
    }

    /** The amount of a panel's row, found by that panel's part of the key. */
    long panel(int table, int panel, String key, String column) {
        List<Table.Row> found = table(table).rows().stream()
                .filter(row -> row.key().split("\\|", -1)[panel].equals(key))
                .toList();
        assertThat(found).as("row %s of table %s", key, table).hasSize(1);
        return fen(table, found.getFirst().key(), column);
    }

    List<String> rows(int table, Table.RowKind kind) {
        return table(table).rows().stream()
                .filter(row -> row.kind() == kind)
                .map(Table.Row::key)
                .toList();
    }

    /** The sum of a column over the rows of a kind. */
    long sum(int table, Table.RowKind kind, String column) {
        return rows(table, kind).stream()
                .mapToLong(row -> fen(table, row, column))
                .sum();
    }

    /** The sum of a column over the functional codes of one class, in a table whose rows are 项. */
    long ofClass(int table, String functionClass, String column) {
        return rows(table, Table.RowKind.ITEM).stream()
                .filter(row -> row.substring(row.indexOf('/') + 1).startsWith(functionClass))
                .mapToLong(row -> fen(table, row, column))
                .sum();
    }

    List<String> classes() {
        return table(1).rows().stream()
                .map(row -> row.key().split("\\|", -1)[1])
                .filter(key -> key.matches("\\d{3}"))
                .toList();
    }

    List<String> moneyColumns(int table) {
        return table(table).columns().stream()
                .filter(column -> column.alignment() == Table.Alignment.NUMBER)
                .map(Table.Column::key)
                .toList();
    }
}
