package org.mingzhang.query.workbench;

import java.util.List;

/** Looks at the documents of one budget, in the order of their numbers, and says what an auditor may want to look at. */
interface FlagRule {
    List<Flagged> flags(List<FlagCase> documents);

    /** Documents that lie within so many days of the first, from one on; the list is sorted by day. */
    static List<FlagCase> window(List<FlagCase> sorted, int from, int days) {
        return sorted.subList(from, sorted.size()).stream()
                .takeWhile(one -> !one.day().isAfter(sorted.get(from).day().plusDays(days)))
                .toList();
    }
}
