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
    EXECUTED
}
