package org.mingzhang.query.disclosure;

import java.util.List;
import org.mingzhang.kernel.value.IndicatorLevel;

/**
 * One leaf column of a template.
 *
 * @param path the heads from the top down, as printed; {@code {money}} stands for 万元 or 元
 */
record ColumnSpec(List<String> path, Content content) {
    /** The stable key: the heads joined by {@code /}, without the unit of money. */
    String key() {
        return Table.Column.keyOf(path);
    }

    /** What stands in the column. */
    sealed interface Content {
        /** Text that each row gives. */
        record Text(boolean centred) implements Content {}

        /** The sum of the lines that also satisfy the row. */
        record Sum(FactPredicate predicate) implements Content {}

        /** The n-th indicator of one level of the project that the row is about. */
        record IndicatorOf(IndicatorLevel level, boolean target) implements Content {}
    }
}
