package org.mingzhang.ledger.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one command wants recorded: all of it or nothing.
 *
 * @param events in order; may go to several streams; empty when a command changes nothing but wants its receipt
 * @param expectedVersions for each stream the version of its last event as the command saw it; -1 for an empty stream
 */
public record Append(List<NewEvent> events, Map<String, Long> expectedVersions, Claim claim) {
    public Append {
        events = List.copyOf(events);
        expectedVersions = Map.copyOf(expectedVersions);
        for (NewEvent event : events) {
            if (!expectedVersions.containsKey(event.stream())) {
                throw new IllegalArgumentException("no version is expected of stream " + event.stream());
            }
        }
    }

    /**
     * The receipt the command asks for.
     *
     * @param key idempotency key, unique for the actor; 1 to 200 characters without control characters
     * @param bodyHash SHA-256 of the command's canonical form
     * @param stream the stream the answer speaks of
     */
    public record Claim(String actor, String key, Bytes bodyHash, UUID commandId, String stream) {
        private static final int LONGEST_KEY = 200;

        public Claim {
            if (key.isEmpty() || key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("not a key for a receipt: " + key.length() + " characters");
            }
        }
    }
}
