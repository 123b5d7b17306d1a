package org.mingzhang.kernel.event;

import org.mingzhang.kernel.value.Origin;

/**
 * Somebody who is signed in read what is not public.
 *
 * <p>These events stand in a stream beside the one that was read ({@link #beside}), as those of submissions do.
 */
public sealed interface ReadingEvent extends LedgerEvent {
    /** The stream of what was read, such as {@code 411200-103-2025} or {@code 411200-funds-2025}. */
    String about();

    @Override
    default String stream() {
        return beside(about());
    }

    /** The stream of what was read of a stream. */
    static String beside(String about) {
        return about + "-reads";
    }

    /**
     * Recorded once for each person and role, stage of the budget and day, not for each page: who knew what when is the
     * question, not how often they looked.
     *
     * @param phase the stage in which it was, such as {@code second-up}; empty for what has none
     * @param position of the log up to which they may have seen it
     * @param path the first address that was read, without what was asked there
     */
    record UndisclosedRead(String about, String phase, long position, String path, Origin origin)
            implements ReadingEvent {}
}
