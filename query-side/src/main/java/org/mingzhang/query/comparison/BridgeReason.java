package org.mingzhang.query.comparison;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.ReasonClass;

/** Why a budget differs from another one, in the order in which a bridge tells it. */
public enum BridgeReason {
    /** A unit came from another department or went to one, with the money that it had. */
    REORGANISATION,
    NEW_PROJECT,
    ENDED_PROJECT,
    CONTINUED_PROJECT,
    PERSONNEL,
    OPERATING,
    /** 上年结转: money that only stands in the year because it was left over. */
    CARRIED_OVER,
    POLICY,
    TASK,
    PRICE,
    STAFF,
    EMERGENCY,
    PROGRESS,
    CORRECTION,
    /** 预算法第六十七条 (1) and (3): the total, or what the congress has set apart, was cut. */
    REVISION_CUT,
    OTHER,
    /** Of one of the two only what was printed is known. */
    UNEXPLAINED;

    /** The word used in links. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<BridgeReason> ofKey(String key) {
        return Stream.of(values()).filter(reason -> reason.key().equals(key)).findFirst();
    }

    /** Whether steps of it are adjustment documents. */
    public boolean ofDocuments() {
        return compareTo(POLICY) >= 0 && compareTo(OTHER) <= 0;
    }

    public boolean ofProjects() {
        return compareTo(NEW_PROJECT) >= 0 && compareTo(CONTINUED_PROJECT) <= 0;
    }

    /** Of a document: that it is marked as such a cut, or the class of reason that it states. */
    static BridgeReason of(AdjustmentRequest request) {
        return request.statesRevision() ? REVISION_CUT : of(request.reasonClass());
    }

    private static BridgeReason of(ReasonClass reason) {
        return switch (reason) {
            case POLICY -> POLICY;
            case TASK -> TASK;
            case PRICE -> PRICE;
            case STAFF -> STAFF;
            case EMERGENCY -> EMERGENCY;
            case PROGRESS -> PROGRESS;
            case CORRECTION -> CORRECTION;
            case REVISION_CUT -> REVISION_CUT;
            case OTHER -> OTHER;
        };
    }
}
