package org.mingzhang.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.ledger.checkpoint.ExportedLog.verified;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.proof.SignerKey;

/** One event was changed and everything above it hashed and signed anew: it lies between two checkpoints of before. */
class KnownCheckpointsTest {
    private static final String STREAM = "411200-103-2025";
    private static final int EVENTS = 40;
    private static final int CHANGED = 14;

    @TempDir
    Path folder;

    @Test
    void what_was_changed_lies_between_two_checkpoints_that_the_bundle_brings() throws Exception {
        List<String> notes = notes(1, 10, 20, 30);
        assertThat(verified(bundle(0, kept(notes))))
                .startsWith("0 Everything holds: 40 events")
                .contains("They passed 4 checkpoints on their way.");
        assertThat(verified(bundle(CHANGED, kept(notes))))
                .startsWith("1 ")
                .contains("the past was rewritten: the events from position 11 to 20 are not those of the checkpoint"
                        + " that was signed at 20 events");
        assertThat(verified(bundle(35, kept(notes))))
                .as("after the last of them")
                .startsWith("0 ");
    }

    @Test
    void what_was_changed_lies_between_two_checkpoints_that_somebody_kept() throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of(bundle(CHANGED, Map.of()).toString()));
        for (String note : notes(30, 10, 20)) {
            arguments.add(Files.writeString(Files.createTempFile(folder, "older", ".txt"), note)
                    .toString());
        }
        assertThat(verified(arguments.toArray()))
                .startsWith("1 ")
                .contains("the events from position 11 to 20 are not those of the older checkpoint");
        arguments.set(0, bundle(0, Map.of()).toString());
        assertThat(verified(arguments.toArray()))
                .startsWith("0 ")
                .contains("begin with the 10 events", "begin with the 20 events", "begin with the 30 events");
    }

    @Test
    void a_checkpoint_that_counts_more_events_tells_that_the_end_is_missing() throws Exception {
        String more;
        try (MadeBundle bundle = new MadeBundle(folder)) {
            for (int at = 1; at <= EVENTS + 5; at++) {
                bundle.event(STREAM, said(at, false));
            }
            more = bundle.signed();
        }
        assertThat(verified(bundle(0, kept(List.of(more)))))
                .startsWith("1 ")
                .contains("the end is missing: the log had 45 events when a checkpoint was kept");
    }

    @Test
    void checkpoints_that_are_none_are_told() throws Exception {
        List<String> backwards = new ArrayList<>(notes(10, 20));
        Collections.reverse(backwards);
        assertThat(verified(bundle(0, kept(backwards)))).startsWith("1 ").contains("kept.txt goes back to 10 events");
        List<String> foreign = notes(10).stream()
                .map(note -> SignerKey.generate(MadeBundle.ORIGIN).sign(note.substring(0, note.indexOf("\n\n") + 1)))
                .toList();
        assertThat(verified(bundle(0, kept(foreign))))
                .startsWith("1 ")
                .contains("a checkpoint of kept.txt is not signed by");
        for (String text : List.of("", "x\n", "mingzhang-kept 1\nx\n", "mingzhang-kept 1\n\n", "mingzhang-kept 1\nx")) {
            assertThat(verified(bundle(0, Map.of("kept.txt", text)))).as(text).startsWith("1 ");
        }
        assertThat(verified(bundle(0, Map.of("kept.txt", "mingzhang-kept 1\n"))))
                .startsWith("0 ");
    }

    /** @param changed position of an event that says something else than it did; 0 for none */
    private Path bundle(int changed, Map<String, String> further) throws IOException {
        try (MadeBundle bundle = new MadeBundle(folder)) {
            for (int at = 1; at <= EVENTS; at++) {
                bundle.event(STREAM, said(at, at == changed));
            }
            return bundle.written(bundle.signed(), further);
        }
    }

    /** What was signed when the log had so many events, and nothing was changed yet. */
    private List<String> notes(Integer... sizes) throws IOException {
        List<String> notes = new ArrayList<>();
        for (int size : sizes) {
            try (MadeBundle bundle = new MadeBundle(folder)) {
                for (int at = 1; at <= size; at++) {
                    bundle.event(STREAM, said(at, false));
                }
                notes.add(bundle.signed());
            }
        }
        return notes;
    }

    private static String said(int at, boolean changed) {
        return "{\"note\":\"" + (changed ? "sold " : "said ") + at + "\"}";
    }

    private static Map<String, String> kept(List<String> notes) {
        return Map.of(
                "kept.txt",
                "mingzhang-kept 1\n"
                        + notes.stream()
                                .map(note -> Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8))
                                        + "\n")
                                .collect(Collectors.joining()));
    }
}
