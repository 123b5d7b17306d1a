package org.mingzhang.query.disclosure;

import java.util.List;

/**
 * The amounts of a row, all columns in one pass over its parts.
 *
 * <p>Which columns a part counts in is worked out once and kept as one bit for each column; a table therefore has at most
 * {@value #MOST} columns.
 */
final class ColumnSums {
    static final int MOST = 64;

    private final List<ColumnSpec> columns;
    private final long[] countedIn;

    /**
     * @param parts everything that rows of the table will be made of
     * @param ids bound of the ids of the parts
     */
    ColumnSums(List<ColumnSpec> columns, List<Subtotal> parts, int ids) {
        this.columns = columns;
        this.countedIn = new long[ids];
        for (Subtotal part : parts) {
            countedIn[part.id()] = bits(part);
        }
    }

    /** Fen by place of the column; 0 in columns of texts. */
    long[] of(List<Subtotal> parts) {
        long[] fen = new long[columns.size()];
        for (Subtotal part : parts) {
            for (long left = countedIn[part.id()]; left != 0; left &= left - 1) {
                int column = Long.numberOfTrailingZeros(left);
                fen[column] = Math.addExact(fen[column], part.fen());
            }
        }
        return fen;
    }

    private long bits(Subtotal part) {
        long bits = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).content() instanceof ColumnSpec.Content.Sum(FactPredicate predicate)
                    && predicate.matches(part)) {
                bits |= 1L << i;
            }
        }
        return bits;
    }
}
