package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/** A project of the project library: division, two digits of the year and a serial; 21 characters by the standard, 20 and others occur (lifecycle.md §5). */
public record ProjectCode(String value) implements Code, Comparable<ProjectCode> {
    private static final Pattern PATTERN = Pattern.compile("\\d{6}\\d{2}[0-9A-Z]{1,16}");

    public ProjectCode {
        Code.matching(PATTERN, "code.project", value);
    }

    public DivisionCode division() {
        return new DivisionCode(value.substring(0, 6));
    }

    @Override
    public int compareTo(ProjectCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
