package org.mingzhang.ledger.checkpoint;

import java.util.Optional;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.KeyChain;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.store.LogTree;

/** Whether the log still begins with what a checkpoint counts; what speaks against it is a sentence. */
final class KeptComparison {
    /** Newest checkpoints that are all compared, and older ones at doubling distances. */
    private static final int ALL_OF = 256;

    private final LogTree tree;

    KeptComparison(LogTree tree) {
        this.tree = tree;
    }

    /** With one checkpoint, kept by whomever. */
    Optional<String> with(String note, KeyChain keys) {
        try {
            SignedNote signed = SignedNote.read(note);
            Checkpoint checkpoint = Checkpoint.read(signed.text());
            if (!keys.signed(signed, checkpoint.size())) {
                return Optional.of(
                        "the checkpoint is not signed by " + keys.present().name());
            }
            return with(checkpoint);
        } catch (UnreadableNote e) {
            return Optional.of(e.getMessage() == null ? "the checkpoint cannot be read" : e.getMessage());
        }
    }

    private Optional<String> with(Checkpoint checkpoint) {
        long now = stated().map(LogTree.Root::size).orElse(0L);
        if (checkpoint.size() > now) {
            return Optional.of("the checkpoint counts " + checkpoint.size() + " events, the log has " + now);
        }
        return root(checkpoint.size()).filter(checkpoint.root()::equals).isPresent()
                ? Optional.empty()
                : Optional.of("the events up to position " + checkpoint.size() + " are not those of the checkpoint");
    }

    /** The root that the log carries along; empty when that is no tree's. */
    Optional<LogTree.Root> stated() {
        try {
            return Optional.of(tree.latest());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the root that the log carries along comes from the leaves that it has. */
    Optional<String> within(LogTree.Root root) {
        return root(root.size()).filter(root.hash()::equals).isPresent()
                ? Optional.empty()
                : Optional.of("the events up to position " + root.size() + " do not give the root that the log states");
    }

    /** Empty when leaves or nodes are missing. */
    private Optional<Hash> root(long size) {
        try {
            return Optional.of(tree.at(size).hash());
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** With those that were kept: a later one that fits says nothing of the ones before, if somebody else's tree was signed. */
    Optional<String> withKept(KeptNotes notes, KeyChain keys) {
        long[] sizes = notes.sizes();
        for (int distance = sizes.length; distance > 0; distance = nearer(distance)) {
            Optional<String> against =
                    notes.note(sizes[sizes.length - distance]).flatMap(note -> with(note, keys));
            if (against.isPresent()) {
                return against;
            }
        }
        return Optional.empty();
    }

    /** From the oldest to the newest. */
    private static int nearer(int distance) {
        return distance > ALL_OF ? Math.max(ALL_OF, distance / 2) : distance - 1;
    }
}
