package org.mingzhang.query.search;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param total at most {@link SearchIndex#COUNTED} is counted
 * @param more whether there are more than were counted
 * @param whole whether all that may be asked was looked through
 */
record Found(List<Hit> hits, int total, boolean more, boolean whole) {
    Found {
        hits = List.copyOf(hits);
    }

    /** The same at a position, which pages of what is everybody's know only as that of a release. */
    Found namingReleases() {
        return new Found(hits.stream().map(Hit::namingRelease).toList(), total, more, whole);
    }

    /** The same where something could not be looked through yet. */
    Found inPart() {
        return new Found(hits, total, more, false);
    }

    /**
     * An entry that was found.
     *
     * @param budget number of its budget; blank for what is of none
     * @param whose short name of the department; blank for what is of none
     * @param amount in 元, as printed; blank for none
     * @param release position of the release that it is of; {@link Span#NONE} for what is of none
     */
    record Hit(
            EntryKind kind,
            String title,
            String detail,
            String budget,
            String whose,
            String amount,
            String link,
            long release) {
        /** The same, of which a link names the release: no other position of its budget is everybody's. */
        Hit namingRelease() {
            return release == Span.NONE
                    ? this
                    : new Hit(kind, title, detail, budget, whose, amount, link + "?asOf=" + release, release);
        }

        public String kindWord() {
            return kind.word();
        }
    }
}
