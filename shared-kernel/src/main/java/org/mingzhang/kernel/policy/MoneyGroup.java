package org.mingzhang.kernel.policy;

import org.mingzhang.kernel.value.Classification;

/**
 * Some of the money of a budget, named in a rule: {@code BASIC}, {@code PROJECT}, {@code PERSONNEL}, {@code OPERATING},
 * or the beginning of a code such as {@code dept:303}, {@code function:205} or {@code gov:509}.
 */
public record MoneyGroup(String name) {
    static final String PATTERN =
            "(?:BASIC|PROJECT|PERSONNEL|OPERATING|dept:3\\d{2,4}|function:2\\d{2,6}|gov:5\\d{2,4})";

    /** Whether money of that classification is part of it. */
    public boolean has(Classification.Expenditure money) {
        int colon = name.indexOf(':');
        return colon < 0 ? kind(money) : code(name.substring(0, colon), money).startsWith(name.substring(colon + 1));
    }

    private boolean kind(Classification.Expenditure money) {
        return switch (name) {
            case "BASIC" -> money.project().isEmpty();
            case "PROJECT" -> money.project().isPresent();
            default -> money.project().isEmpty() && money.category().name().equals(name);
        };
    }

    private static String code(String list, Classification.Expenditure money) {
        return switch (list) {
            case "dept" -> money.deptEconomic().value();
            case "function" -> money.function().value();
            default -> money.govEconomic().value();
        };
    }
}
