package org.mingzhang.kernel.value;

/** Why money may be spent before the people's congress has approved the budget (预算法 art. 54). */
public enum ProvisionalGround {
    CARRY_OVER("上一年度结转支出"),
    /** 基本支出、项目支出 and transfers, by reference to the same period of last year. */
    REFERENCE("参照上年同期的必要支出"),
    LEGAL_OBLIGATION("法律规定必须履行支付义务的支出"),
    EMERGENCY("自然灾害等突发事件处理支出");

    private final String label;

    ProvisionalGround(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
