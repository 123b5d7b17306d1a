package org.mingzhang.query.search;

import java.time.LocalDate;
import org.mingzhang.query.facts.Beginnings.Beginning;

/**
 * As of which instants an entry is found, on either clock; the first position and day count, the last do not.
 *
 * @param untilDay in days since 1970, as {@code fromDay}
 */
record Span(long from, long fromDay, long until, long untilDay) {
    static final Span ALWAYS = new Span(0, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    static Span since(Beginning beginning) {
        return since(beginning.position(), beginning.day());
    }

    static Span since(long position, LocalDate day) {
        return new Span(position, day.toEpochDay(), Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** The same up to where something else takes its place. */
    Span until(Span next) {
        return new Span(from, fromDay, next.from, next.fromDay);
    }
}
