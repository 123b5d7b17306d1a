package org.mingzhang.query.comparison;

import org.mingzhang.kernel.value.BudgetId;

/** A department whatever the year, such as {@code 411200-103}. */
record Department(String code) implements Comparable<Department> {
    static Department of(BudgetId budget) {
        return new Department(budget.division() + "-" + budget.department());
    }

    @Override
    public int compareTo(Department other) {
        return code.compareTo(other.code);
    }
}
