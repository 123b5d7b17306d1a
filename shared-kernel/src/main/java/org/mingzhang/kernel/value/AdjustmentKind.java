package org.mingzhang.kernel.value;

/** The kinds of change in execution that differ in who decides on them: thirteen of money (lifecycle.md §3.4), two of projects. */
public enum AdjustmentKind {
    /** Between departmental economic classes of the same unit, project, function and governmental class. */
    ECON_ITEM_SHIFT("部门经济科目调剂"),
    GOV_ECON_SHIFT("政府经济科目调剂"),
    FUNC_SHIFT("功能科目调剂"),
    PROJECT_SHIFT("项目间调剂"),
    /** Between own spending and transfers to lower levels. */
    LEVEL_SHIFT("级次调剂"),
    BASIC_PROJECT_SHIFT("基本支出与项目支出间调剂"),
    SUPPLEMENT_FROM_RESERVE("动用预备费追加"),
    SUPPLEMENT_FROM_UNALLOCATED("年初预留（待分配）追加"),
    SUPPLEMENT_FROM_TRANSFER("上级转移支付追加"),
    SUPPLEMENT_BY_REVISION("预算调整方案追加"),
    REDUCTION("追减（收回）"),
    CARRY_OVER_CONFIRM("上年结转确认"),
    /** A unit moves to another department, and its budget with it. */
    REORGANISATION("划转"),
    /** Name, description or unit of an approved project; no money moves. */
    PROJECT_CONTENT("项目内容调整"),
    /** Only what a project is to achieve; no money moves. */
    PROJECT_TARGETS("项目绩效目标调整");

    private final String label;

    AdjustmentKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
