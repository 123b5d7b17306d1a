package org.mingzhang.command.budget;

/** How far an adjustment is; every one but the first is final for the document. */
public enum AdjustmentStatus {
    IN_REVIEW,
    RETURNED,
    WITHDRAWN,
    REJECTED,
    EFFECTIVE
}
