package org.mingzhang.query.search;

import java.time.LocalDate;
import org.mingzhang.query.facts.Beginnings.Beginning;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;

/**
 * As of which instants an entry is found, on either clock; the first position and day count, the last do not.
 *
 * @param untilDay in days since 1970, as {@code fromDay}
 * @param release position by which links name the release that it is of; {@link #NONE} for what is of none
 * @param next the same of the release in whose favour it ends
 */
record Span(long from, long fromDay, long until, long untilDay, long release, long next) {
    static final long NONE = -1;
    static final Span ALWAYS = new Span(0, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, NONE, NONE);

    static Span since(Beginning beginning) {
        return since(beginning.position(), beginning.day());
    }

    static Span since(long position, LocalDate day) {
        return new Span(position, day.toEpochDay(), Long.MAX_VALUE, Long.MAX_VALUE, NONE, NONE);
    }

    /** From when a release was out; a link names it by the earlier position up to which it tells. */
    static Span since(FactReader.Held<Facts.ReleaseFact> release) {
        Span out = since(release.from(), release.body().publishedOn());
        return new Span(
                out.from, out.fromDay, out.until, out.untilDay, release.body().position(), NONE);
    }

    /** The same up to where something else takes its place. */
    Span until(Span next) {
        return new Span(from, fromDay, next.from, next.fromDay, release, next.release);
    }
}
