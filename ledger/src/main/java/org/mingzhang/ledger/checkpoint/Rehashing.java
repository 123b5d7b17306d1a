package org.mingzhang.ledger.checkpoint;

import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.store.RehashedRows;

/** The log hashed anew, piece after piece, and compared on the way with every checkpoint that was kept. */
final class Rehashing {
    private static final int RUN = 500;

    private final RehashedRows rows;
    private final KeptNotes notes;

    /** Up to where a checkpoint that was kept fitted. */
    private long fitted;

    Rehashing(RehashedRows rows, KeptNotes notes) {
        this.rows = rows;
        this.notes = notes;
    }

    /**
     * How far it came.
     *
     * @param frontier of what was gone through
     * @param wrong what does not fit; nothing behind it was looked at
     */
    record Piece(Frontier frontier, Optional<String> wrong) {}

    /** The next piece, at most up to a root that the log states. */
    Piece after(Frontier frontier, LogTree.Root root) {
        if (frontier.size() == 0) {
            fitted = 0;
        }
        long kept = notes.from(frontier.size() + 1).orElse(Long.MAX_VALUE);
        long to = Math.min(Math.min(root.size(), kept), frontier.size() + RUN);
        List<RehashedRows.Rehashed> run = rows.between(frontier.size(), to);
        Optional<String> wrong = wrong(run, frontier.size() + 1, to);
        if (wrong.isPresent()) {
            return new Piece(frontier, wrong);
        }
        Frontier grown =
                frontier.with(run.stream().map(RehashedRows.Rehashed::computed).toList(), node -> {});
        wrong = to == kept ? unlikeKept(grown) : Optional.empty();
        if (wrong.isEmpty() && to == root.size() && !grown.root().equals(root.hash())) {
            wrong = Optional.of("the events up to position " + to + " do not give the root that the log states");
        }
        return new Piece(grown, wrong);
    }

    private static Optional<String> wrong(List<RehashedRows.Rehashed> run, long first, long to) {
        long expected = first;
        for (RehashedRows.Rehashed row : run) {
            if (row.position() != expected) {
                break;
            }
            if (!row.computed().equals(row.stored())) {
                return Optional.of("position " + expected + " was changed: what it says does not give its hash");
            }
            expected++;
        }
        return expected <= to ? Optional.of("position " + expected + " is missing") : Optional.empty();
    }

    private Optional<String> unlikeKept(Frontier grown) {
        if (notes.note(grown.size()).filter(note -> !fits(note, grown)).isPresent()) {
            return Optional.of("the events from position " + (fitted + 1) + " up to position " + grown.size()
                    + " are not those of the checkpoint, although each gives its own hash");
        }
        fitted = grown.size();
        return Optional.empty();
    }

    /** One that cannot be read fits nothing. */
    private static boolean fits(String note, Frontier grown) {
        try {
            return Checkpoint.read(SignedNote.read(note).text()).root().equals(grown.root());
        } catch (UnreadableNote e) {
            return false;
        }
    }
}
