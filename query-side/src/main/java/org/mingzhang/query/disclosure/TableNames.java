package org.mingzhang.query.disclosure;

import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AmountUnit;

/**
 * The printed words by which a row or a column of a table is called wherever it is named outside its table: in lists of
 * differences, previews, packs and files. The unit of money is put in, as in the table itself.
 */
public final class TableNames {
    private TableNames() {}

    /** All texts of a row, such as codes and names; blank for one without any. */
    public static String row(Table.Row row, AmountUnit unit) {
        return row.cells().stream()
                .map(cell -> text(cell, unit))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** The heads above a column from the top down; blank for a table without heads, whose keys nobody reads. */
    public static String column(Table.Column column, String between, AmountUnit unit) {
        return Table.text(String.join(between, column.path()), unit);
    }

    /** The words of a cell; blank for an amount. */
    public static String text(Table.Cell cell, AmountUnit unit) {
        return cell instanceof Table.Cell.Text text ? Table.text(text.text(), unit) : "";
    }
}
