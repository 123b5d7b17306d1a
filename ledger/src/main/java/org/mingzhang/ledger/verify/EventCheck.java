package org.mingzhang.ledger.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeHash;

/** Goes through the whole log once and says at which position something does not hold. */
final class EventCheck implements Check {
    private final Checkpoint checkpoint;
    private final KnownCheckpoints known;
    private final Totals totals = new Totals();
    private final List<Long> begun = new ArrayList<>();
    private final List<Hash> leaves = new ArrayList<>();
    private Frontier frontier;
    private long recordedMicros = Long.MIN_VALUE;

    /** Up to where the log is known to be what it was. */
    private long sure;

    EventCheck(Checkpoint checkpoint, KnownCheckpoints known) {
        this.checkpoint = checkpoint;
        this.known = known;
        this.frontier = Frontier.empty(checkpoint.root().algorithm());
        compareKnown();
    }

    /** Lines are read and hashed side by side, and then gone through in their order. */
    @Override
    public void next(List<String> lines) {
        long first = size() + 1;
        TreeHash hash = checkpoint.root().algorithm();
        int within = (int) Math.min(lines.size(), checkpoint.size() - size());
        List<Examined> run = IntStream.range(0, within)
                .parallel()
                .mapToObj(at -> Examined.of(lines.get(at), first + at, hash))
                .toList();
        run.forEach(one -> accept(one.line()));
        grow();
        if (within < lines.size()) {
            throw new Broken("position " + (checkpoint.size() + 1) + " and what follows stand beyond the checkpoint");
        }
    }

    private void accept(EventLine line) {
        long expected = size() + 1;
        position(line, expected);
        order(line, expected);
        leaves.add(line.hash());
        totals.add(line);
        if (known.next() == size()) {
            grow();
        }
    }

    /** A line that could be read, or what is wrong with it, to be said when it is its turn. */
    private record Examined(Optional<EventLine> read, Optional<Broken> broken) {
        static Examined of(String text, long position, TreeHash hash) {
            try {
                return new Examined(
                        Optional.of(EventLine.read(text, "the line of position " + position, hash)), Optional.empty());
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
        compareKnown();
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
        long next = totals.next(stream);
        if (line.leaf().streamVersion() != next) {
            throw new Broken("position " + position + " is version "
                    + line.leaf().streamVersion() + " of " + stream + ", after version " + (next - 1));
        }
        if (line.leaf().recordedMicros() < recordedMicros) {
            throw new Broken("position " + position + " was recorded before the one in front of it");
        }
        recordedMicros = line.leaf().recordedMicros();
    }

    /** As soon as there are as many events as a known checkpoint counts. */
    private void compareKnown() {
        Optional<Known> due = known.upTo(frontier.size());
        while (due.isPresent()) {
            Known one = due.get();
            if (one.size() != frontier.size() || !one.checkpoint().root().equals(frontier.root())) {
                throw new Broken("the past was rewritten: the events " + unsure(one.size()) + " are not those of "
                        + one.words());
            }
            sure = one.size();
            if (one.theirs()) {
                begun.add(one.size());
            }
            due = known.upTo(frontier.size());
        }
    }

    private String unsure(long to) {
        return sure == 0 ? "up to position " + to : "from position " + (sure + 1) + " to " + to;
    }

    @Override
    public String end() {
        if (frontier.size() < checkpoint.size()) {
            throw new Broken("the end is missing: the events stop at position " + frontier.size()
                    + ", the checkpoint counts " + checkpoint.size());
        }
        if (known.next() < Long.MAX_VALUE) {
            throw new Broken("the end is missing: the log had " + known.next() + " events when a checkpoint was kept,"
                    + " the bundle's counts " + checkpoint.size());
        }
        if (!frontier.root().equals(checkpoint.root())) {
            throw new Broken("the events from position " + (sure + 1) + " to " + frontier.size()
                    + " are not those of the checkpoint, although each fits its own hash");
        }
        StringBuilder words = new StringBuilder(
                "Everything holds: " + checkpoint.size() + " events of " + Shown.text(checkpoint.origin()) + ".\nroot "
                        + checkpoint.root().base64() + "\n");
        begun.forEach(
                size -> words.append("They begin with the ").append(size).append(" events of the older checkpoint.\n"));
        if (known.passed() > begun.size()) {
            words.append("They passed ").append(known.passed() - begun.size()).append(" checkpoints on their way.\n");
        }
        return words + totals.words();
    }
}
