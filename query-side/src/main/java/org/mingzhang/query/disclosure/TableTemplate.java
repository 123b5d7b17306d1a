package org.mingzhang.query.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * One table as data.
 *
 * @param number as in the list of the disclosure, from 1
 * @param version changes whenever what is printed changes
 * @param name the name in the list of tables; the body title may differ (tables.md S11)
 * @param title the title above the body, {@code {year}} open
 * @param basis the legal basis; never empty
 * @param unitLine whether 单位：万元 stands above the table rather than in a head
 * @param conditional what is said beneath only while lines of some kind are counted
 * @param emptyNote what is printed when there is no data
 * @param unitNote what is printed when one unit alone is shown
 */
public record TableTemplate(
        int number,
        String version,
        String name,
        String title,
        List<String> basis,
        boolean unitLine,
        List<String> notes,
        List<ConditionalNote> conditional,
        String emptyNote,
        Optional<String> unitNote,
        Body body) {

    /** A sentence for money that no row of the table can show by itself. */
    record ConditionalNote(FactSide side, FactPredicate where, String note) {
        boolean holds(BudgetFacts facts, Scope scope) {
            return facts.lines(side).stream()
                    .map(LineFact::classification)
                    .anyMatch(money -> scope.covers(money.unit()) && where.matches(money));
        }
    }

    /** The shape of the body; only the {@link Tabulator} reads it. */
    sealed interface Body {
        /** Rows that come from the facts. */
        record Blocks(FactSide side, FactPredicate where, List<ColumnSpec> columns, List<RowSpec> rows)
                implements Body {}

        /** Lists of fixed rows standing side by side, aligned at top and bottom. */
        record Panels(List<Panel> panels) implements Body {}

        /** A form: texts, statements, amounts and the department's indicators. */
        record Form(int columns, List<FormRow> rows) implements Body {}
    }

    /** One of the lists standing side by side. */
    record Panel(
            FactSide side,
            FactPredicate where,
            List<ColumnSpec> columns,
            List<RowSpec.Labelled> top,
            List<RowSpec.Labelled> bottom) {}

    /** A row of a form, or rows repeated for each item of a list. */
    record FormRow(FormList each, Table.RowKind kind, String key, List<FormCell> cells) {}

    /**
     * A cell of a form.
     *
     * @param span how many columns it covers
     * @param merge whether equal neighbours below are merged with it
     */
    record FormCell(FormContent content, int span, boolean merge) {}

    /** The cell of a table of the disclosure that shows the same; its row may name what the form is about. */
    record Explained(int table, String row, String column) {}

    /** What stands in a cell of a form. */
    sealed interface FormContent {
        record Text(String text) implements FormContent {}

        /**
         * An amount.
         *
         * @param at the measure; empty for the one that the whole table shows
         * @param explained the cell of another table that says where it comes from; empty when this one does
         */
        record Money(FactSide side, FactPredicate where, Optional<TableBasis> at, Optional<Explained> explained)
                implements FormContent {}

        /** 执行率: what was executed of the budget as it stands, in per cent. */
        record Rate(FactPredicate where, Optional<Explained> explained) implements FormContent {}

        /** A list statement as one numbered text. */
        record Numbered(String topic) implements FormContent {}
    }
}
