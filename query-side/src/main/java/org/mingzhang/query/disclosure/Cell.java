package org.mingzhang.query.disclosure;

import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/** One place of a table. A row has as many cells as the table has columns; what a merged cell hides is {@link Covered}. */
public sealed interface Cell {
    Cell COVERED = new Covered();
    Cell BLANK = new Text("", 1, 1);

    /** Rows it spans, 1 when it is not merged downwards; 0 when covered. */
    int rowspan();

    /** Columns it spans, 1 when it is not merged across; 0 when covered. */
    int colspan();

    /** What stands in the cell: rounded once, HALF_UP, two decimals; zero is blank (tables.md §0 rules 3 and 4). */
    String printed(AmountUnit unit);

    static Cell text(String text) {
        return text.isEmpty() ? BLANK : new Text(text, 1, 1);
    }

    /** Words; {@code \n} separates paragraphs. */
    record Text(String text, int rowspan, int colspan) implements Cell {
        @Override
        public String printed(AmountUnit unit) {
            return text;
        }
    }

    /** A code or a part of one: never a number to reckon with, leading zeros count. */
    record CodeText(String code, int rowspan, int colspan) implements Cell {
        @Override
        public String printed(AmountUnit unit) {
            return code;
        }
    }

    /** Words that name the unit of money, such as 部门预算总额（万元）; the unit's place is written <code>{unit}</code>. */
    record UnitLabel(String pattern, int rowspan, int colspan) implements Cell {
        @Override
        public String printed(AmountUnit unit) {
            return HeadNode.labelled(pattern, unit);
        }
    }

    /** Money, exact in fen. */
    record Money(Amount amount, int rowspan, int colspan) implements Cell {
        @Override
        public String printed(AmountUnit unit) {
            return amount.isZero() ? "" : unit.print(amount);
        }
    }

    /** A place under a merged cell. */
    record Covered() implements Cell {
        @Override
        public int rowspan() {
            return 0;
        }

        @Override
        public int colspan() {
            return 0;
        }

        @Override
        public String printed(AmountUnit unit) {
            return "";
        }
    }
}
