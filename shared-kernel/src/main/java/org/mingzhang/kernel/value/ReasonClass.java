package org.mingzhang.kernel.value;

/** Why a budget has to change, so that adjustments can be counted by cause. */
public enum ReasonClass {
    POLICY("政策调整"),
    TASK("工作任务变化"),
    PRICE("价格或标准变化"),
    STAFF("人员或机构变化"),
    EMERGENCY("突发事件"),
    PROGRESS("执行进度"),
    CORRECTION("更正"),
    OTHER("其他");

    private final String label;

    ReasonClass(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
