package org.mingzhang.ledger.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.Hash;

/** Goes through the whole log once and says at which position something does not hold. */
final class EventCheck implements Check {
    private static final int RUN = 1_000;

    /** In characters, because lines may be long and memory is not. */
    private static final int LONGEST_RUN = 1 << 20;

    private final Checkpoint checkpoint;
    private final Optional<Checkpoint> older;
    private final Totals totals = new Totals();
    private final Map<String, Long> versions = new HashMap<>();
    private final List<String> waiting = new ArrayList<>();
    private int length;
    private final List<Hash> leaves = new ArrayList<>();
    private Frontier frontier = Frontier.EMPTY;
    private long recordedMicros = Long.MIN_VALUE;

    EventCheck(Checkpoint checkpoint, Optional<Checkpoint> older) {
        this.checkpoint = checkpoint;
        this.older = older;
        compareOlder();
    }

    @Override
    public void next(String text) {
        waiting.add(text);
        length += text.length();
        if (waiting.size() == RUN || length > LONGEST_RUN) {
            examine();
        }
    }

    /** Lines are read and hashed side by side, and then gone through in their order. */
    private void examine() {
        long first = size() + 1;
        List<Examined> run = IntStream.range(0, waiting.size())
                .parallel()
                .mapToObj(at -> Examined.of(waiting.get(at), first + at))
                .toList();
        waiting.clear();
        length = 0;
        run.forEach(one -> accept(one.line()));
        grow();
    }

    private void accept(EventLine line) {
        long expected = size() + 1;
        position(line, expected);
        order(line, expected);
        leaves.add(line.hash());
        totals.add(line);
        if (older.filter(known -> known.size() == size()).isPresent()) {
            grow();
        }
    }

    /** A line that could be read, or what is wrong with it, to be said when it is its turn. */
    private record Examined(Optional<EventLine> read, Optional<Broken> broken) {
        static Examined of(String text, long position) {
            try {
                return new Examined(
                        Optional.of(EventLine.read(text, "the line of position " + position)), Optional.empty());
            } catch (Broken e) {
                return new Examined(Optional.empty(), Optional.of(e));
            }
        }

        EventLine line() {
            return read.orElseThrow(broken::orElseThrow);
        }
    }

    private long size() {
        return frontier.size() + leaves.size();
    }

    /** Leaves are taken into the tree some at a time, because a tree is a value and is copied each time. */
    private void grow() {
        frontier = frontier.with(leaves, node -> {});
        leaves.clear();
        compareOlder();
    }

    private static void position(EventLine line, long expected) {
        long position = line.leaf().position();
        if (position > expected) {
            throw new Broken("position " + expected + " is missing: position " + position + " stands in its place");
        }
        if (position < expected) {
            throw new Broken("position " + position + " stands where position " + expected + " should");
        }
    }

    private void order(EventLine line, long position) {
        String stream = line.leaf().stream();
        long before = versions.getOrDefault(stream, -1L);
        if (line.leaf().streamVersion() != before + 1) {
            throw new Broken("position " + position + " is version "
                    + line.leaf().streamVersion() + " of " + stream + ", after version " + before);
        }
        if (line.leaf().recordedMicros() < recordedMicros) {
            throw new Broken("position " + position + " was recorded before the one in front of it");
        }
        versions.put(stream, before + 1);
        recordedMicros = line.leaf().recordedMicros();
    }

    /** As soon as there are as many events as the older checkpoint counts. */
    private void compareOlder() {
        older.filter(known -> known.size() == frontier.size())
                .filter(known -> !known.root().equals(frontier.root()))
                .ifPresent(known -> {
                    throw new Broken("the past was rewritten: the events up to position " + known.size()
                            + " are not those of the older checkpoint");
                });
    }

    @Override
    public String end() {
        examine();
        if (frontier.size() < checkpoint.size()) {
            throw new Broken("the end is missing: the events stop at position " + frontier.size()
                    + ", the checkpoint counts " + checkpoint.size());
        }
        if (frontier.size() > checkpoint.size()) {
            throw new Broken("position " + (checkpoint.size() + 1) + " and what follows stand beyond the checkpoint");
        }
        if (!frontier.root().equals(checkpoint.root())) {
            long from = older.map(Checkpoint::size).orElse(0L) + 1;
            throw new Broken("the events from position " + from + " to " + frontier.size()
                    + " are not those of the checkpoint, although each fits its own hash");
        }
        String begin = older.map(known -> "They begin with the " + known.size() + " events of the older checkpoint.\n")
                .orElse("");
        return "Everything holds: " + checkpoint.size() + " events of " + checkpoint.origin() + ".\nroot "
                + checkpoint.root().base64() + "\n" + begin + totals.words();
    }
}
