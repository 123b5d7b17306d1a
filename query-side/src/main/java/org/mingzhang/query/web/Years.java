package org.mingzhang.query.web;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.kernel.value.FiscalYear;

/**
 * The fiscal years that somebody's rights are limited to, both ends included; written {@code 2025} or {@code 2024-2026},
 * and blank for all.
 */
public record Years(int first, int last) implements Serializable {
    public static final Years ALL = new Years(0, 9999);

    private static final Pattern WRITTEN = Pattern.compile("([12]\\d{3})(?:\\s*[-–—]\\s*([12]\\d{3}))?");

    /** Empty when it cannot be read, or ends before it begins. */
    public static Optional<Years> read(String text) {
        if (text.isBlank()) {
            return Optional.of(ALL);
        }
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(written.group(1));
        int last = written.group(2) == null ? first : Integer.parseInt(written.group(2));
        return first <= last ? Optional.of(new Years(first, last)) : Optional.empty();
    }

    public boolean include(FiscalYear year) {
        return first <= year.value() && year.value() <= last;
    }

    public boolean all() {
        return equals(ALL);
    }

    @Override
    public String toString() {
        if (all()) {
            return "";
        }
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
