package org.mingzhang.kernel.policy;

/** How an indicator of a department as a whole is worked out (performance.md §1.1). */
public enum IndicatorFormula {
    /** 预算执行率: executed by the budget as it stands. */
    BUDGET_EXECUTION,
    /** 预算调整率: what documents in effect have moved, each shift once, by the initial budget. */
    BUDGET_ADJUSTMENT,
    /** 结转结余率: what was carried over and lapsed at the end of the year, by the budget as it stands. */
    CARRY_OVER,
    /** “三公”经费控制率: executed by initial, of the same lines. */
    THREE_PUBLICS,
    /** 政府采购执行率: what was really bought, as is reported, by the plan. */
    PROCUREMENT,
    /** 专项资金细化率: money for special purposes that is laid down project by project. */
    DETAILED,
    /** 绩效目标编制完成率: projects with targets of all four groups. */
    TARGETS_SET,
    /** 绩效监控完成率. */
    MONITORED,
    /** 绩效自评完成率. */
    SELF_EVALUATED,
    /** Known only when somebody reports it. */
    REPORTED
}
