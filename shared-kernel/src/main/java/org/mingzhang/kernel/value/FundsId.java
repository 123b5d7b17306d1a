package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/**
 * The funds of a division's year from which supplements come, written {@code 411200-funds-2025}; also the name of their
 * event stream.
 */
public record FundsId(DivisionCode division, FiscalYear year) implements Comparable<FundsId> {
    private static final Pattern PATTERN = Pattern.compile("\\d{6}-funds-\\d{4}");
    private static final int END_OF_DIVISION = 6;

    /** The funds of the division and year to which a budget belongs. */
    public static FundsId of(BudgetId budget) {
        return new FundsId(budget.division(), budget.year());
    }

    public static FundsId parse(String text) {
        if (!isOne(text)) {
            throw new InvalidValueException("code.funds", text);
        }
        return new FundsId(
                new DivisionCode(text.substring(0, END_OF_DIVISION)),
                FiscalYear.parse(text.substring(text.length() - 4)));
    }

    /** Whether the text is written like one. */
    public static boolean isOne(String text) {
        return PATTERN.matcher(text).matches();
    }

    @Override
    public int compareTo(FundsId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return division + "-funds-" + year;
    }
}
