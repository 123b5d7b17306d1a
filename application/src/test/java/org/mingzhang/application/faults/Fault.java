package org.mingzhang.application.faults;

import org.mingzhang.ledger.testing.TestDatabase;

/** Something that breaks, and what must hold then. */
interface Fault {
    /** Such as F1; the list is in the README. */
    String name();

    /** Whether it means anything on that database. */
    default boolean concerns(TestDatabase database) {
        return true;
    }

    Finding inject(TestDatabase database, Size size) throws Exception;

    /**
     * How much of it.
     *
     * @param full minutes instead of seconds
     */
    record Size(boolean full, long seed) {
        int of(int small, int large) {
            return full ? large : small;
        }
    }
}
