package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/** A budget year, 1 January to 31 December (预算法 art. 18), between 1995 — the year that law took force — and 2099. */
public record FiscalYear(int value) implements Comparable<FiscalYear> {
    private static final int FIRST = 1995;
    private static final int LAST = 2099;
    private static final Pattern PATTERN = Pattern.compile("\\d{4}");

    public FiscalYear {
        if (value < FIRST || value > LAST) {
            throw new InvalidValueException("year.out-of-range", Integer.toString(value));
        }
    }

    public static FiscalYear parse(String text) {
        if (!PATTERN.matcher(text).matches()) {
            throw new InvalidValueException("year.not-four-digits", text);
        }
        return new FiscalYear(Integer.parseInt(text));
    }

    /** The year of that number, or of years outside the bounds the nearest one within them. */
    public static FiscalYear nearest(int number) {
        return new FiscalYear(Math.clamp(number, FIRST, LAST));
    }

    /** The one before; the first year has none and throws {@link InvalidValueException}. */
    public FiscalYear previous() {
        return new FiscalYear(value - 1);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
