package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/** A code of the departmental economic classification (部门预算支出经济分类): 类 or 款, such as 30101. */
public record DeptEconomicCode(String value) implements Code, Comparable<DeptEconomicCode> {
    private static final Pattern PATTERN = Pattern.compile("3\\d{2}(\\d{2})?");

    public DeptEconomicCode {
        Code.matching(PATTERN, "code.dept-economic", value);
    }

    /** Whether this is a 款, the level at which budgets are drafted (实施条例 art. 40). */
    public boolean isItem() {
        return value.length() == 5;
    }

    /** The 类 this code belongs to, three digits such as 301. */
    public DeptEconomicCode economicClass() {
        return new DeptEconomicCode(value.substring(0, 3));
    }

    @Override
    public int compareTo(DeptEconomicCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
