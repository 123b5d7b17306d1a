package org.mingzhang.query.export;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.mingzhang.kernel.value.Amount;

/**
 * A column of a grid.
 *
 * @param head key of the words above it
 * @param width in characters of the sheet
 */
public record GridColumn<R>(String head, int width, Function<R, GridCell> cell) {
    private static final int NARROW = 14;
    private static final int WIDE = 30;

    /** Codes and short words. */
    public static <R> GridColumn<R> code(String head, Function<R, String> text) {
        return new GridColumn<>(head, NARROW, row -> new GridCell.Text(text.apply(row)));
    }

    /** Names and sentences. */
    public static <R> GridColumn<R> text(String head, Function<R, String> text) {
        return new GridColumn<>(head, WIDE, row -> new GridCell.Text(text.apply(row)));
    }

    /** Words of the site by their key; none where the key is blank. */
    public static <R> GridColumn<R> words(String head, Function<R, String> key) {
        return new GridColumn<>(head, NARROW, row -> new GridCell.Words(key.apply(row)));
    }

    /** One of a closed choice, by its word in the language of whoever reads. */
    public static <R> GridColumn<R> choice(String head, Function<R, ? extends Enum<?>> value) {
        return words(head, row -> choice(value.apply(row)));
    }

    /** Key of the word for one of a closed choice. */
    public static String choice(Enum<?> value) {
        return "trail.choice." + value.getDeclaringClass().getSimpleName() + "." + value.name();
    }

    public static <R> GridColumn<R> money(String head, Function<R, Amount> amount) {
        return new GridColumn<>(head, NARROW, row -> new GridCell.Money(amount.apply(row)));
    }

    public static <R> GridColumn<R> count(String head, ToLongFunction<R> number) {
        return new GridColumn<>(head, NARROW, row -> new GridCell.Count(number.applyAsLong(row)));
    }

    public static <R> GridColumn<R> day(String head, Function<R, LocalDate> day) {
        return new GridColumn<>(head, NARROW, row -> new GridCell.Day(day.apply(row)));
    }
}
