package org.mingzhang.command.budget;

import java.util.List;

/** What became of a submission. */
public sealed interface Outcome {
    /**
     * It is recorded.
     *
     * @param version the version of the budget's stream after it
     * @param position the position of its last event in the log, to wait for when reading; the head when nothing changed
     * @param events how many events it recorded
     * @param repeated whether this answer was given before to the same key
     */
    record Done(long version, long position, int events, boolean repeated) implements Outcome {}

    /** It was refused, now or when the key was used first; nothing is recorded in the budget's stream. */
    record Refused(List<Decision.Objection> objections) implements Outcome {
        public Refused {
            objections = List.copyOf(objections);
        }
    }

    /** The budget has moved on since the sender saw it. */
    record Stale(long expectedVersion, long actualVersion) implements Outcome {}

    /**
     * The key was used before by the same actor for another command.
     *
     * @param afterRefusal whether that other command was refused, so that nothing came of the key yet
     */
    record KeyReused(String key, boolean afterRefusal) implements Outcome {}
}
