package org.mingzhang.kernel.value;

/** An adjustment named from outside its own budget. */
public record AdjustmentRef(BudgetId budget, int number) implements Comparable<AdjustmentRef> {
    @Override
    public int compareTo(AdjustmentRef other) {
        int byBudget = budget.compareTo(other.budget);
        return byBudget == 0 ? Integer.compare(number, other.number) : byBudget;
    }
}
