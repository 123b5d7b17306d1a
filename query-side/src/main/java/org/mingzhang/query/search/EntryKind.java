package org.mingzhang.query.search;

import java.util.List;
import java.util.Locale;

/** What can be found, in the order in which equally good finds are shown. */
enum EntryKind {
    PROJECT,
    ADJUSTMENT,
    DOCUMENT,
    BUDGET,
    UNIT,
    LINE,
    REVENUE,
    CODE,
    PERSON;

    /** Its place in that order. */
    int rank() {
        return List.of(values()).indexOf(this);
    }

    /** The word of the parameter {@code kind}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
