package org.mingzhang.query.comparison;

import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FiscalYear;

/** A department whatever the year, such as {@code 411200-103}. */
record Department(String code) implements Comparable<Department> {
    static Department of(BudgetId budget) {
        return new Department(budget.division() + "-" + budget.department());
    }

    /** The one that a unit such as {@code 103001} belongs to. */
    static Department of(DivisionCode division, String unit) {
        return new Department(division + "-" + unit.substring(0, 3));
    }

    DivisionCode division() {
        return new DivisionCode(code.substring(0, 6));
    }

    BudgetId in(FiscalYear year) {
        return BudgetId.parse(code + "-" + year);
    }

    @Override
    public int compareTo(Department other) {
        return code.compareTo(other.code);
    }
}
