package org.mingzhang.query.comparison;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.comparison.Comparison.Row;

/**
 * What a change is said to be, as a sentence (disclosure-rules.md §2.1).
 *
 * @param words key of the sentence
 * @param arguments in their order: what, how much, unit, how much of a hundred, later year, earlier year
 */
public record Finding(String words, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    public Object[] filled() {
        return arguments.toArray();
    }

    /** The change between the last two years; nothing is said of a year alone. */
    static Optional<Finding> of(Row row, String name, List<Comparison.Year> years, AmountUnit unit, String unitName) {
        if (years.size() < 2) {
            return Optional.empty();
        }
        Change change = row.latest(unit);
        return Optional.of(new Finding(
                "comparison.finding." + kind(change, row),
                List.of(
                        name,
                        change.absolute(),
                        unitName,
                        change.absolutePercent(),
                        years.getLast().year().toString(),
                        years.get(years.size() - 2).year().toString())));
    }

    private static String kind(Change change, Row row) {
        return switch (change.kind()) {
            case UNKNOWN -> row.last().isPresent() ? "unknown-before" : "unknown";
            case EQUAL -> "equal";
            case MORE -> change.percent().isPresent() ? "more" : nothingBefore(row) ? "new" : "more-plain";
            case LESS -> change.percent().isPresent() ? "less" : "less-plain";
        };
    }

    private static boolean nothingBefore(Row row) {
        return row.amounts()
                .get(row.amounts().size() - 2)
                .filter(Amount::isZero)
                .isPresent();
    }
}
