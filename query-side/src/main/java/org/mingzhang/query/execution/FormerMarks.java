package org.mingzhang.query.execution;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.RevisionCut;

/** Drafts and documents from when a cut of expenditure was a reason class and not a mark beside one. */
final class FormerMarks {
    private FormerMarks() {}

    /** A cut of total or key expenditure was a reason class before it was a mark beside one: a draft of then keeps saying so. */
    static Map<String, String> withItsMark(Map<String, String> fields) {
        if (!ReasonClass.REVISION_CUT.name().equals(fields.get("reasonClass"))) {
            return fields;
        }
        Map<String, String> marked = new TreeMap<>(fields);
        marked.remove("reasonClass");
        boolean reduction = AdjustmentDirection.REDUCTION.name().equals(fields.get("direction"));
        marked.putIfAbsent("revisionCut", formerly(reduction).name());
        return marked;
    }

    /** As much as the former reason class could mean. */
    private static RevisionCut formerly(boolean reduction) {
        return reduction ? RevisionCut.TOTAL_AND_KEY : RevisionCut.KEY;
    }

    /** What a request says of it, by its mark or by its reason before there were marks. */
    static Optional<RevisionCut> stated(AdjustmentRequest request) {
        return request.revisionCut()
                .or(() -> request.statesRevision()
                        ? Optional.of(formerly(request.direction() == AdjustmentDirection.REDUCTION))
                        : Optional.empty());
    }
}
