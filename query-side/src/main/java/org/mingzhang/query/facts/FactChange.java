package org.mingzhang.query.facts;

import org.mingzhang.kernel.event.Posting;

/** What an event changes in the facts. */
public sealed interface FactChange {
    /** Money moves. */
    record Post(int ordinal, Posting posting) implements FactChange {}

    /** A row holds from now on, in place of an earlier one with the same key. */
    record Put(FactKind kind, String key, Object body) implements FactChange {}

    /** A row holds no longer. */
    record Close(FactKind kind, String key) implements FactChange {}
}
