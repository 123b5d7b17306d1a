package org.mingzhang.ledger.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one command wants recorded: all of it or nothing.
 *
 * @param events in order; may go to several streams; empty when a command changes nothing but wants its receipt
 * @param expectedVersions for each stream the version of its last event as the command saw it; -1 for an empty stream
 * @param notes recorded after the events, each at the end of its stream, whatever is there by then; no decision rests
 *     on such a stream
 */
public record Append(List<NewEvent> events, Map<String, Long> expectedVersions, List<NewEvent> notes, Claim claim) {
    public Append {
        events = List.copyOf(events);
        expectedVersions = Map.copyOf(expectedVersions);
        notes = List.copyOf(notes);
        for (NewEvent event : events) {
            if (!expectedVersions.containsKey(event.stream())) {
                throw new IllegalArgumentException("no version is expected of stream " + event.stream());
            }
        }
    }

    /** Without notes. */
    public Append(List<NewEvent> events, Map<String, Long> expectedVersions, Claim claim) {
        this(events, expectedVersions, List.of(), claim);
    }

    /**
     * The receipt the command asks for.
     *
     * @param key idempotency key, unique for the actor; 1 to 200 characters without control characters
     * @param bodyHash SHA-256 of the command's canonical form
     * @param stream the stream the answer speaks of
     * @param refused whether the answer is that nothing was done; why is said in the last note
     */
    public record Claim(String actor, String key, Bytes bodyHash, UUID commandId, String stream, boolean refused) {
        private static final int LONGEST_KEY = 200;

        public Claim {
            if (key.isEmpty() || key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("not a key for a receipt: " + key.length() + " characters");
            }
        }

        /** For a command that is done. */
        public Claim(String actor, String key, Bytes bodyHash, UUID commandId, String stream) {
            this(actor, key, bodyHash, commandId, stream, false);
        }

        /** The same claim for the answer that nothing was done. */
        public Claim refusal() {
            return new Claim(actor, key, bodyHash, commandId, stream, true);
        }
    }
}
