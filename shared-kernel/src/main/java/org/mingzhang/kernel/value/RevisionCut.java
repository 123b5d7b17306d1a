package org.mingzhang.kernel.value;

/**
 * What makes a document a revision of the budget that only the standing committee of the congress may approve (预算法 art. 67
 * (1) and (3), art. 69). It stands beside the reason, whichever that is.
 */
public enum RevisionCut {
    TOTAL("调减支出总额"),
    KEY("调减重点支出"),
    TOTAL_AND_KEY("调减支出总额，其中调减重点支出");

    private final String label;

    RevisionCut(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether total expenditure becomes less, so that what is cut is not there to be given to anybody else. */
    public boolean cutsTotal() {
        return this != KEY;
    }

    /** Whether key expenditure becomes less. */
    public boolean cutsKey() {
        return this != TOTAL;
    }

    /**
     * Whether a document of that kind can do so. Total expenditure falls only where nothing gains. Expenditure that the
     * congress has set apart is one by its function or project: money that stays within both cuts none of it.
     */
    public boolean possible(AdjustmentKind kind) {
        return switch (kind) {
            case REDUCTION -> true;
            case FUNC_SHIFT, PROJECT_SHIFT, LEVEL_SHIFT, BASIC_PROJECT_SHIFT -> !cutsTotal();
            case ECON_ITEM_SHIFT,
                    GOV_ECON_SHIFT,
                    SUPPLEMENT_FROM_RESERVE,
                    SUPPLEMENT_FROM_UNALLOCATED,
                    SUPPLEMENT_FROM_TRANSFER,
                    SUPPLEMENT_BY_REVISION,
                    CARRY_OVER_CONFIRM,
                    REORGANISATION,
                    PROJECT_CONTENT,
                    PROJECT_TARGETS -> false;
        };
    }
}
