package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/** A code of the functional classification (支出功能分类): 类, 款 or 项, such as 2010301. */
public record FunctionCode(String value) implements Code, Comparable<FunctionCode> {
    private static final Pattern PATTERN = Pattern.compile("\\d{3}(\\d{2}){0,2}");

    public FunctionCode {
        Code.matching(PATTERN, "code.function", value);
    }

    /** Whether this is a 项, the level at which budgets are drafted (实施条例 art. 40). */
    public boolean isItem() {
        return value.length() == 7;
    }

    /** The 类 this code belongs to, three digits. */
    public FunctionCode functionClass() {
        return new FunctionCode(value.substring(0, 3));
    }

    @Override
    public int compareTo(FunctionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
