package org.mingzhang.kernel.value;

import java.util.List;
import java.util.Optional;

/** A request that is said anew in a few of its parts; the others stay. */
final class RequestChange {
    private final AdjustmentRequest before;
    private List<AdjustmentEntry> entries;
    private List<PerformanceEffect> performance;
    private Optional<SupplementSource> source;
    private String sourceNote;
    private Optional<Integer> mends;
    private Optional<Integer> reverses;
    private Optional<RevisionCut> cut;

    RequestChange(AdjustmentRequest before) {
        this.before = before;
        this.entries = before.entries();
        this.performance = before.performance();
        this.source = before.source();
        this.sourceNote = before.sourceNote();
        this.mends = before.mends();
        this.reverses = before.reverses();
        this.cut = before.revisionCut();
    }

    RequestChange lines(List<AdjustmentEntry> others, List<PerformanceEffect> effects) {
        this.entries = others;
        this.performance = effects;
        return this;
    }

    RequestChange from(Optional<SupplementSource> other, String note) {
        this.source = other;
        this.sourceNote = note;
        return this;
    }

    RequestChange linked(Optional<Integer> mending, Optional<Integer> reversing) {
        this.mends = mending;
        this.reverses = reversing;
        return this;
    }

    RequestChange marked(Optional<RevisionCut> mark) {
        this.cut = mark;
        return this;
    }

    AdjustmentRequest made() {
        return new AdjustmentRequest(
                before.direction(),
                before.reasonClass(),
                before.reason(),
                before.effectiveOn(),
                entries,
                performance,
                before.procurement(),
                source,
                sourceNote,
                before.requestNumber(),
                before.requestContent(),
                mends,
                reverses,
                cut);
    }
}
