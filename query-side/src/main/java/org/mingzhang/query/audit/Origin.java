package org.mingzhang.query.audit;

import java.util.List;
import java.util.Optional;

/** What was found behind a cell; see {@link Explanation}. */
record Origin(
        String kind,
        Optional<Long> fen,
        String why,
        Optional<Explanation.Formula> formula,
        List<Explanation.Line> lines,
        List<Explanation.Step> events,
        int eventsInAll) {
    /** As many events as one page tells. */
    static final int ON_ONE_PAGE = 50;

    /** The part of a list that a page shows. */
    static <T> List<T> page(List<T> all, int page) {
        int from = (int) Math.min(all.size(), (page - 1L) * ON_ONE_PAGE);
        return all.subList(from, Math.min(all.size(), from + ON_ONE_PAGE));
    }
}
