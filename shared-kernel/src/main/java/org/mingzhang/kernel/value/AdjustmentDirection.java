package org.mingzhang.kernel.value;

/** What an officer chooses; which {@link AdjustmentKind} it is follows from the lines. */
public enum AdjustmentDirection {
    SHIFT("调剂"),
    SUPPLEMENT("追加"),
    REDUCTION("追减"),
    /** A project says something else than before and costs the same. */
    CONTENT("不涉及金额"),
    /** Lines go to the budget of another department, because what they pay for went there. */
    REORGANISATION("划转");

    private final String label;

    AdjustmentDirection(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
