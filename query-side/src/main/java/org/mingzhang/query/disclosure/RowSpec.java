package org.mingzhang.query.disclosure;

import java.util.List;
import java.util.Map;

/** How rows of a template come about. */
sealed interface RowSpec {
    /**
     * One row that is always there.
     *
     * @param departmentOnly whether it is left out when one unit alone is shown, because the unit's own row says the same
     */
    record Fixed(Table.RowKind kind, String key, Map<String, String> texts, FactPredicate where, boolean departmentOnly)
            implements RowSpec {}

    /**
     * One row for each combination of values that occurs, perhaps with rows below it.
     *
     * @param by the dimensions whose values make a row
     * @param order how the rows stand
     */
    record Each(
            List<Dimension> by,
            RowOrder order,
            Table.RowKind kind,
            String key,
            Map<String, String> texts,
            FactPredicate where,
            List<RowSpec> below)
            implements RowSpec {}

    /** A row of a panel: label and predicate. */
    record Labelled(Table.RowKind kind, String key, String label, FactPredicate where) {}
}
