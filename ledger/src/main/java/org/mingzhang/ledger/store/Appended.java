package org.mingzhang.ledger.store;

/** What became of an {@link Append}. */
public sealed interface Appended {
    /** It is durable. */
    record Recorded(Receipt receipt) implements Appended {}

    /** The same actor and key were answered before, for the same content. */
    record Repeated(Receipt receipt) implements Appended {}

    /** The same actor and key were answered before, for other content. */
    record KeyReused(Receipt receipt) implements Appended {}

    /** A stream has moved on since the command saw it; nothing is recorded. */
    record Conflict(String stream, long expectedVersion, long actualVersion) implements Appended {}
}
