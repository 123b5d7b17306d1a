package org.mingzhang.kernel.value;

/** The measure of a source that a movement changes: 余额 = 来源 − 预占 − 已动支. */
public enum FundsStage {
    /** 来源: what there is to give. */
    GRANTED,
    /** 预占: held by a supplement on its way. */
    RESERVED,
    /** 已动支: given by a supplement that took effect. */
    DRAWN
}
