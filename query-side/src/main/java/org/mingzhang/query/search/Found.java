package org.mingzhang.query.search;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param total at most {@link SearchIndex#COUNTED} is counted
 * @param more whether there are more than were counted
 */
record Found(List<Hit> hits, int total, boolean more) {
    Found {
        hits = List.copyOf(hits);
    }

    /**
     * An entry that was found.
     *
     * @param budget number of its budget; blank for what is of none
     * @param whose short name of the department; blank for what is of none
     * @param amount in 元, as printed; blank for none
     */
    record Hit(EntryKind kind, String title, String detail, String budget, String whose, String amount, String link) {
        public String kindWord() {
            return kind.word();
        }
    }
}
