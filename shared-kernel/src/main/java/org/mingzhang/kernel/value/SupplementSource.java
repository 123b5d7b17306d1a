package org.mingzhang.kernel.value;

/** Where the money of a supplement comes from; an increase needs a named source (HEN art. 32, 34). */
public enum SupplementSource {
    RESERVE("预备费", AdjustmentKind.SUPPLEMENT_FROM_RESERVE),
    UNALLOCATED("年初预留（待分配）", AdjustmentKind.SUPPLEMENT_FROM_UNALLOCATED),
    TRANSFER("上级转移支付", AdjustmentKind.SUPPLEMENT_FROM_TRANSFER),
    REVISION("预算调整方案", AdjustmentKind.SUPPLEMENT_BY_REVISION),
    CARRY_OVER("上年结转", AdjustmentKind.CARRY_OVER_CONFIRM);

    private final String label;
    private final AdjustmentKind kind;

    SupplementSource(String label, AdjustmentKind kind) {
        this.label = label;
        this.kind = kind;
    }

    public String label() {
        return label;
    }

    /** The kind of adjustment that draws on it. */
    public AdjustmentKind kind() {
        return kind;
    }
}
