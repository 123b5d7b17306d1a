package org.mingzhang.application.faults;

/** By which way a client hands its commands in. */
interface Door {
    /** Hands in and waits for the answer. */
    Answer send(String key, Intent intent);

    /** What a client is told. */
    enum Answer {
        DONE,
        REFUSED,
        KEY_REUSED,
        STALE,
        /** Nobody knows whether it happened: no answer came, or the answer was that the log is away. */
        UNKNOWN,
        /** Something that no client should ever see. */
        BROKEN
    }

    /** Why it last gave no answer; empty when it always did. */
    default String trouble() {
        return "";
    }
}
