package org.mingzhang.query.disclosure;

import java.util.Arrays;
import java.util.Optional;

/** In which order grouped rows stand (tables.md §0 rule 7). */
enum RowOrder {
    /** Walk units by code, inside a unit functional codes, inside those lines as entered; a row stands where met first. */
    FIRST_OCCURRENCE("first-occurrence"),
    /** Walk units by code, inside a unit lines as entered. */
    ENTRY("entry"),
    /** By the values themselves. */
    CODE("code");

    private final String key;

    RowOrder(String key) {
        this.key = key;
    }

    static Optional<RowOrder> ofKey(String key) {
        return Arrays.stream(values()).filter(order -> order.key.equals(key)).findFirst();
    }
}
