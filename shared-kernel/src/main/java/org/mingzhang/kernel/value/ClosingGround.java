package org.mingzhang.kernel.value;

/** Why what is left of a line at the end of the year is carried over or lapses (lifecycle.md §6). */
public enum ClosingGround {
    BASIC("基本支出，全部结转"),
    STATED("项目支出，按部门说明"),
    TWO_YEARS("连续两年未用完，作为结余");

    private final String label;

    ClosingGround(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
