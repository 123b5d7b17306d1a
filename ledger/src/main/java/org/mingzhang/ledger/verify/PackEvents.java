package org.mingzhang.ledger.verify;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mingzhang.ledger.proof.Checkpoint;

/** Goes through the events of a pack: each is the next of the list, says what gives its hash, and is in the log. */
final class PackEvents {
    private static final int PAYLOAD = 9;

    private final Checkpoint checkpoint;
    private final List<Long> expected;
    private final Set<String> attachments;
    private final Totals totals = new Totals();
    private int seen;

    /** @param attachments the hashes of files that an event has to name */
    PackEvents(Checkpoint checkpoint, List<Long> expected, Set<String> attachments) {
        this.checkpoint = checkpoint;
        this.expected = expected;
        this.attachments = new HashSet<>(attachments);
    }

    void next(String text) {
        String where = seen < expected.size() ? "the line of position " + expected.get(seen) : "a line too many";
        EventLine line = WayToRoot.event(text, where, checkpoint);
        long position = line.leaf().position();
        if (seen == expected.size() || position > expected.get(seen)) {
            throw seen == expected.size()
                    ? new Broken("position " + position + " is not in the list of the pack")
                    : new Broken("position " + expected.get(seen) + " is missing from " + Bundle.EVENTS);
        }
        if (position < expected.get(seen)) {
            throw new Broken("position " + position + " stands where position " + expected.get(seen) + " should");
        }
        WayToRoot.leads(text, line, checkpoint);
        totals.add(line);
        if (!attachments.isEmpty()) {
            named(text.split("\t", PAYLOAD + 2)[PAYLOAD]);
        }
        seen++;
    }

    /** Takes away the hashes that the event names. */
    private void named(String payload) {
        String json = new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
        attachments.removeIf(hash -> json.contains("\"" + hash + "\""));
    }

    /** What holds, in a sentence. */
    String end() {
        if (seen < expected.size()) {
            throw new Broken("position " + expected.get(seen) + " is missing from " + Bundle.EVENTS);
        }
        attachments.stream().sorted().findFirst().ifPresent(hash -> {
            throw new Broken("no event names the attachment with the hash " + hash);
        });
        return seen + " events, each in the log " + Shown.text(checkpoint.origin()) + " of " + checkpoint.size()
                + " events";
    }

    String words() {
        return totals.words();
    }
}
