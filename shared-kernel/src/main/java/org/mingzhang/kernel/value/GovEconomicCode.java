package org.mingzhang.kernel.value;

import java.util.regex.Pattern;

/** A code of the governmental economic classification (政府预算支出经济分类): 类 or 款, such as 50101. */
public record GovEconomicCode(String value) implements Code, Comparable<GovEconomicCode> {
    private static final Pattern PATTERN = Pattern.compile("5\\d{2}(\\d{2})?");

    public GovEconomicCode {
        Code.matching(PATTERN, "code.gov-economic", value);
    }

    /** Whether this is a 款. */
    public boolean isItem() {
        return value.length() == 5;
    }

    @Override
    public int compareTo(GovEconomicCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
