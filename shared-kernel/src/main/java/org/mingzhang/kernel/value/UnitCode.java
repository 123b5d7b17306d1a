package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/** A budget unit (预算单位), six digits that begin with its department's three, such as 103001. */
public record UnitCode(String value) implements Code, Comparable<UnitCode> {
    private static final Pattern PATTERN = Pattern.compile("\\d{6}");

    public UnitCode {
        Code.matching(PATTERN, "code.unit", value);
    }

    public DepartmentCode department() {
        return new DepartmentCode(value.substring(0, 3));
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
