package org.mingzhang.command.budget;

import org.mingzhang.kernel.value.AdjustmentStation;

/** What was done last with an adjustment: handed in, passed at a station, or ended. */
public enum LastStep {
    SUBMITTED,
    DEPARTMENT_REVIEW,
    FINANCE_REVIEW,
    GOVERNMENT_DECISION,
    STANDING_COMMITTEE,
    RETURNED,
    WITHDRAWN,
    REJECTED,
    EFFECTIVE;

    static LastStep of(FiledAdjustment document) {
        return switch (document.status()) {
            case IN_REVIEW ->
                document.passed().isEmpty() ? SUBMITTED : of(document.passed().getLast());
            case RETURNED -> RETURNED;
            case WITHDRAWN -> WITHDRAWN;
            case REJECTED -> REJECTED;
            case EFFECTIVE -> EFFECTIVE;
        };
    }

    private static LastStep of(AdjustmentStation passed) {
        return switch (passed) {
            case DEPARTMENT_REVIEW -> DEPARTMENT_REVIEW;
            case FINANCE_REVIEW -> FINANCE_REVIEW;
            case GOVERNMENT_DECISION -> GOVERNMENT_DECISION;
            case STANDING_COMMITTEE -> STANDING_COMMITTEE;
        };
    }
}
