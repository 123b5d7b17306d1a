package org.mingzhang.application.reads;

import java.time.LocalDate;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Origin;

/**
 * A page, a file or an answer that somebody was shown.
 *
 * @param about the stream of what it was about
 * @param tables whether it was the tables of a budget as they stand, which may be just what is released
 */
record Noticed(Actor actor, LocalDate day, String about, boolean tables, String path, Origin origin) {
    /** The same person in the same role with the same budget on the same day. */
    record Likeness(Actor actor, LocalDate day, String about, boolean tables) {}

    Likeness likeness() {
        return new Likeness(actor, day, about, tables);
    }
}
