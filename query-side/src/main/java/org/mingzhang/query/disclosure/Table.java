package org.mingzhang.query.disclosure;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.AmountUnit;

/** A filled table: everything that can be drawn, exported, compared or explained, in no particular unit of money. */
public final class Table {
    private final TableIdentity identity;
    private final Header header;
    private final List<Column> columns;
    private final List<Row> rows;
    private final List<String> notes;
    private final boolean empty;
    private final Explainer explainer;

    /** Answers which facts stand behind a cell; empty for a cell that holds no money. */
    @FunctionalInterface
    interface Explainer {
        List<Contribution> explain(String rowKey, String columnKey);
    }

    Table(
            TableIdentity identity,
            Header header,
            List<Column> columns,
            List<Row> rows,
            List<String> notes,
            boolean empty,
            Explainer explainer) {
        this.identity = identity;
        this.header = header;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.notes = List.copyOf(notes);
        this.empty = empty;
        this.explainer = explainer;
    }

    /** Number, title, stage, scope, template version and legal basis. */
    public TableIdentity identity() {
        return identity;
    }

    public int number() {
        return identity.number();
    }

    public String title() {
        return identity.title();
    }

    /** The lines between title and head, such as 部门名称：… and 单位：万元, with the unit in which it will be printed. */
    public List<String> heading(AmountUnit unit) {
        return identity.headingPatterns().stream()
                .map(pattern -> HeadNode.labelled(pattern, unit))
                .toList();
    }

    public Header header() {
        return header;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Row> rows() {
        return rows;
    }

    /** Footnotes in printed order; for an empty table the first one says why it is empty. */
    public List<String> notes() {
        return notes;
    }

    /** Whether there is nothing to report: no fact falls into this table (tables.md §0 rule 5). */
    public boolean empty() {
        return empty;
    }

    public Optional<Row> row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** The cell in that row and column; empty when either does not exist. */
    public Optional<Cell> cell(String rowKey, String columnKey) {
        int index = columns.stream().map(Column::key).toList().indexOf(columnKey);
        return index < 0 ? Optional.empty() : row(rowKey).map(row -> row.cells().get(index));
    }

    /** The facts behind an amount, which sum to it; worked out when asked. Empty for cells that hold no money. */
    public List<Contribution> explain(String rowKey, String columnKey) {
        return explainer.explain(rowKey, columnKey);
    }
}
