package org.mingzhang.kernel.value;

/** Where an adjustment has to pass before it may take effect, in this order; one that is not demanded is absent. */
public enum AdjustmentStation {
    DEPARTMENT_REVIEW("部门审核"),
    FINANCE_REVIEW("财政审核"),
    GOVERNMENT_DECISION("政府决定"),
    STANDING_COMMITTEE("人大常委会批准");

    private final String label;

    AdjustmentStation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it is decided on by others than who works with these books, so that a document says what they decided. */
    public boolean isOutside() {
        return this == GOVERNMENT_DECISION || this == STANDING_COMMITTEE;
    }
}
