package org.mingzhang.kernel.value;

/**
 * The measure that a posting moves.
 *
 * <p>The adjusted budget of a line is INITIAL plus ADJUSTED: a posting of stage ADJUSTED carries the change only, so
 * the initial budget never moves again once it is approved.
 */
public enum Stage {
    /** 年初预算: prepared and then approved. */
    INITIAL,
    /** 调整: changes after approval. */
    ADJUSTED,
    /** 冻结: held by a document on its way. */
    FROZEN,
    /** 在途: promised to a payment. */
    COMMITTED,
    /** 已支付 / 执行. */
    EXECUTED,
    /** 批复前预拨: what may be spent before the budget is approved; nothing is left of it afterwards (预算法 art. 54). */
    PROVISIONAL,
    /** 结转下年: at the end of the year, for the same purpose in the next. */
    CARRIED_OVER,
    /** 结余收回: at the end of the year, given back. */
    LAPSED
}
