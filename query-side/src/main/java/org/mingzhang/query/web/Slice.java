package org.mingzhang.query.web;

import java.util.List;
import java.util.Optional;

/**
 * One page of what was found.
 *
 * @param found on all pages together
 * @param page from 1
 */
public record Slice<R>(List<R> rows, int found, int page, int pages) {
    public Slice {
        rows = List.copyOf(rows);
    }

    /** The page with that number, or the nearest there is. */
    public static <R> Slice<R> of(List<R> all, int page, int onOnePage) {
        int pages = Math.max(1, Math.ceilDiv(all.size(), onOnePage));
        int shown = Math.clamp(page, 1, pages);
        int from = (shown - 1) * onOnePage;
        return new Slice<>(all.subList(from, Math.min(all.size(), from + onOnePage)), all.size(), shown, pages);
    }

    public Optional<Integer> next() {
        return page < pages ? Optional.of(page + 1) : Optional.empty();
    }

    public Optional<Integer> previous() {
        return page > 1 ? Optional.of(page - 1) : Optional.empty();
    }
}
