package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.mingzhang.ledger.proof.Checkpoint;

/**
 * The checkpoints that a log has to pass on its way, the smallest first: those that the verifying person kept, and those
 * of the bundle, which are read and verified some at a time, since a log may have one for every ten minutes of its life.
 */
final class KnownCheckpoints {
    static final String FIRST_LINE = "mingzhang-kept 1";

    private static final int RUN = 200;

    private final Queue<Known> given = new ArrayDeque<>();
    private final Queue<Known> kept = new ArrayDeque<>();
    private final Optional<Lines> lines;
    private final Notes notes;
    private long last = -1;
    private boolean ended;
    private long passed;

    /** Reads a note and verifies its signature, or throws. */
    interface Notes {
        Checkpoint read(String note, String which);
    }

    /** @param lines the bundle's, of which the first says what they are; empty when it has none */
    KnownCheckpoints(List<Checkpoint> given, Optional<Lines> lines, Notes notes) throws IOException {
        given.stream()
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .map(Known::older)
                .forEach(this.given::add);
        this.lines = lines;
        this.notes = notes;
        if (lines.isPresent() && !lines.get().next().orElse("").equals(FIRST_LINE)) {
            throw new Broken(Bundle.KEPT + " does not begin with the line " + FIRST_LINE);
        }
    }

    /** The next that counts no more than so many events, taken out; empty when that is yet to come, or never. */
    Optional<Known> upTo(long size) {
        Queue<Known> from = nextKept() >= nextGiven() ? given : kept;
        Optional<Known> next = Optional.ofNullable(from.peek()).filter(known -> known.size() <= size);
        if (next.isPresent()) {
            from.remove();
            passed++;
        }
        return next;
    }

    /** How many events the next one counts; more than any log has when there is none. */
    long next() {
        return Math.min(nextGiven(), nextKept());
    }

    long passed() {
        return passed;
    }

    private long nextGiven() {
        return given.isEmpty() ? Long.MAX_VALUE : given.element().size();
    }

    private long nextKept() {
        if (kept.isEmpty() && !ended && lines.isPresent()) {
            kept.addAll(read(lines.get()));
        }
        return kept.isEmpty() ? Long.MAX_VALUE : kept.element().size();
    }

    /** Signatures are verified side by side. */
    private List<Known> read(Lines from) {
        List<String> run = new ArrayList<>();
        try {
            while (run.size() < RUN && !ended) {
                Optional<String> line = from.next();
                line.ifPresent(run::add);
                ended = line.isEmpty();
            }
        } catch (IOException e) {
            throw new Broken(Bundle.KEPT + " cannot be read: " + e.getMessage());
        }
        List<Checkpoint> read = run.stream().parallel().map(this::checkpoint).toList();
        for (Checkpoint checkpoint : read) {
            if (checkpoint.size() <= last) {
                throw new Broken(Bundle.KEPT + " goes back to " + checkpoint.size() + " events");
            }
            last = checkpoint.size();
        }
        return read.stream().map(Known::kept).toList();
    }

    private Checkpoint checkpoint(String line) {
        try {
            byte[] bytes = Base64.getDecoder().decode(line);
            if (Base64.getEncoder().encodeToString(bytes).equals(line)) {
                return notes.read(SmallFile.decoded(bytes), "a checkpoint of " + Bundle.KEPT);
            }
        } catch (IllegalArgumentException | IOException e) {
            throw new Broken("a line of " + Bundle.KEPT + " is no note in Base64");
        }
        throw new Broken("a line of " + Bundle.KEPT + " is Base64 in another form");
    }
}
