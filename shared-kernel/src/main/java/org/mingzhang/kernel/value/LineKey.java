package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/** The stable key of a budget line inside one budget, chosen by whoever prepares it; a second import recognises the line by it. */
public record LineKey(String value) implements Code, Comparable<LineKey> {
    private static final Pattern PATTERN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/#-]{0,63}");

    public LineKey {
        Code.matching(PATTERN, "code.line-key", value);
    }

    @Override
    public int compareTo(LineKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
