package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/** A department inside a division, three digits such as 103. */
public record DepartmentCode(String value) implements Code, Comparable<DepartmentCode> {
    private static final Pattern PATTERN = Pattern.compile("\\d{3}");

    public DepartmentCode {
        Code.matching(PATTERN, "code.department", value);
    }

    @Override
    public int compareTo(DepartmentCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
