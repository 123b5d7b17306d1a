package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/** A fiscal division (财政区划), six digits such as 411200. */
public record DivisionCode(String value) implements Code, Comparable<DivisionCode> {
    private static final Pattern PATTERN = Pattern.compile("\\d{6}");

    public DivisionCode {
        Code.matching(PATTERN, "code.division", value);
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
