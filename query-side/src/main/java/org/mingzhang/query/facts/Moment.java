package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Up to where a budget is read.
 *
 * @param position the last event that counts
 * @param day on the effective clock the last day that counts: of those events, what is in effect by then; empty on the
 *     recorded clock
 */
public record Moment(long position, Optional<LocalDate> day) {
    /** Everything that was recorded up to a position. */
    public static Moment at(long position) {
        return new Moment(position, Optional.empty());
    }

    /** Whether what is in effect from a day on counts. */
    public boolean counts(LocalDate from) {
        return day.filter(from::isAfter).isEmpty();
    }
}
