package org.mingzhang.kernel.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an adjustment asks for (调整单 with its 申请依据).
 *
 * @param effectiveOn the day from which it is to count
 * @param performance one for each project whose money changes
 * @param procurement what becomes of procurement and asset budgets; empty when nothing does
 * @param source of a supplement; empty for others
 * @param sourceNote which reserve, document or balance it is, in words
 * @param requestNumber number of the request; empty when it has none
 * @param requestContent what the request says
 * @param mends the returned document that this one takes up again
 * @param reverses the effective document that this one takes back (冲销)
 * @param revisionCut what makes it a revision of the budget (预算调整), as whoever asks states; empty for all others
 */
public record AdjustmentRequest(
        AdjustmentDirection direction,
        ReasonClass reasonClass,
        String reason,
        LocalDate effectiveOn,
        List<AdjustmentEntry> entries,
        List<PerformanceEffect> performance,
        String procurement,
        Optional<SupplementSource> source,
        String sourceNote,
        String requestNumber,
        String requestContent,
        Optional<Integer> mends,
        Optional<Integer> reverses,
        Optional<RevisionCut> revisionCut) {
    public AdjustmentRequest {
        entries = List.copyOf(entries);
        performance = List.copyOf(performance);
    }

    /** Whether it says that only the congress may approve it: by its mark, or by its reason before there were marks. */
    public boolean statesRevision() {
        return revisionCut.isPresent() || reasonClass == ReasonClass.REVISION_CUT;
    }

    /** The same request, marked so. */
    public AdjustmentRequest marked(Optional<RevisionCut> cut) {
        return new RequestChange(this).marked(cut).made();
    }

    /** The same request from that source, named so. */
    public AdjustmentRequest from(Optional<SupplementSource> other, String note) {
        return new RequestChange(this).from(other, note).made();
    }

    /** The same document as it stands in the other budget that it moves, with the lines and links of that one. */
    public AdjustmentRequest there(
            List<AdjustmentEntry> theirs,
            List<PerformanceEffect> ofTheirs,
            Optional<Integer> mendsThere,
            Optional<Integer> reversesThere) {
        return new RequestChange(this)
                .lines(theirs, ofTheirs)
                .linked(mendsThere, reversesThere)
                .made();
    }
}
