package org.mingzhang.query.disclosure;

import java.util.Comparator;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Classification.Expenditure;

/** Where a line stands on the walk over units, functional codes and lines as entered (tables.md §0 rule 7). */
record Place(String unit, String function, int ordinal) implements Comparable<Place> {
    private static final Comparator<Place> WALK =
            Comparator.comparing(Place::unit).thenComparing(Place::function).thenComparingInt(Place::ordinal);

    /** A line's place; an order by entry alone does not look at functional codes. */
    static Place of(LineFact line, RowOrder order) {
        Classification of = line.classification();
        return new Place(of.unit().value(), functionOf(of, order), line.ordinal());
    }

    /** Whether the line stands before this place; asked for every line, so nothing is made for it. */
    boolean isAfter(LineFact line, RowOrder order) {
        int units = line.classification().unit().value().compareTo(unit);
        if (units != 0) {
            return units < 0;
        }
        int functions = functionOf(line.classification(), order).compareTo(function);
        return functions != 0 ? functions < 0 : line.ordinal() < ordinal;
    }

    /** The same on a walk by units and entry alone. */
    Place withoutFunction() {
        return new Place(unit, "", ordinal);
    }

    @Override
    public int compareTo(Place other) {
        return WALK.compare(this, other);
    }

    private static String functionOf(Classification of, RowOrder order) {
        return switch (order) {
            case FIRST_OCCURRENCE ->
                of instanceof Expenditure spent ? spent.function().value() : "";
            case ENTRY, CODE -> "";
        };
    }
}
