package org.mingzhang.kernel.event;

import java.time.LocalDate;
import java.util.Map;
import org.mingzhang.kernel.value.BudgetId;

/** Publication of the budget to everybody. */
public sealed interface DisclosureEvent extends BudgetEvent {
    /**
     * The tables as they stood at one position of the log were published.
     *
     * @param position everything up to and including it is what the public may read
     * @param templateVersions version of each table's template, by table number
     * @param emptyTableNotes why a table has no data, by table number
     * @param secrecyReviewer login of the person who confirmed the secrecy review (保守国家秘密法 art. 35)
     * @param digest SHA-256 of the canonical JSON of all published tables, lower-case hex
     * @param daysLate days beyond the twenty after the approval (预算法 art. 14); 0 when in time
     */
    record DisclosurePublished(
            BudgetId budget,
            long position,
            Map<Integer, String> templateVersions,
            Map<Integer, String> emptyTableNotes,
            String secrecyReviewer,
            LocalDate secrecyReviewedOn,
            String digest,
            LocalDate publishedOn,
            int daysLate)
            implements DisclosureEvent {
        public DisclosurePublished {
            templateVersions = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(templateVersions));
            emptyTableNotes = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(emptyTableNotes));
        }
    }

    /** The named role confirmed that the budget may be published as it stood at a position. */
    record SecrecyReviewConfirmed(BudgetId budget, long position, String opinion, LocalDate reviewedOn)
            implements DisclosureEvent {}
}
