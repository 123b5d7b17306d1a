package org.mingzhang.kernel.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One department's budget of one year, written {@code 411200-103-2025}; also the name of its event stream. */
public record BudgetId(DivisionCode division, DepartmentCode department, FiscalYear year)
        implements Comparable<BudgetId> {
    private static final Pattern PATTERN = Pattern.compile("(\\d{6})-(\\d{3})-(\\d{4})");

    public static BudgetId parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidValueException("code.budget", text);
        }
        return new BudgetId(
                new DivisionCode(matcher.group(1)),
                new DepartmentCode(matcher.group(2)),
                FiscalYear.parse(matcher.group(3)));
    }

    /** As they are written, without writing them: thousands of budgets are put in order at once. */
    @Override
    public int compareTo(BudgetId other) {
        int byDivision = division.value().compareTo(other.division.value());
        int byDepartment = byDivision != 0 ? byDivision : department.value().compareTo(other.department.value());
        return byDepartment != 0 ? byDepartment : year.compareTo(other.year);
    }

    @Override
    public String toString() {
        return division + "-" + department + "-" + year;
    }
}
