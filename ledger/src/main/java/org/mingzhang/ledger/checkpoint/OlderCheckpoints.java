package org.mingzhang.ledger.checkpoint;

import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.GrowthProof;
import org.mingzhang.ledger.proof.KeyChain;
import org.mingzhang.ledger.proof.KeySuccession;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.store.LogTree;

/** What is put beside events so that whoever kept an older checkpoint can compare it with the one that counts them. */
final class OlderCheckpoints {
    private final CheckpointKeeper keeper;
    private final LogTree tree;

    OlderCheckpoints(CheckpointKeeper keeper, LogTree tree) {
        this.keeper = keeper;
        this.tree = tree;
    }

    /** That the log of a checkpoint begins with so many events; refuses more than it has. */
    String growth(long older, String note) {
        if (older < 0 || older > size(note)) {
            throw new IllegalArgumentException("the log has no " + older + " events");
        }
        return new GrowthProof(older, tree.consistency(older, size(note)), note).text();
    }

    /** The checkpoint that was kept at that size, or the same without a signature where none was. */
    String note(long size) {
        KeyChain keys = keys();
        return keeper.covering(size)
                .filter(note -> size(note) == size && keys.signed(SignedNote.read(note), size))
                .orElseGet(() -> new Checkpoint(
                                keeper.verifier().name(), size, tree.at(size).hash())
                        .text());
    }

    KeyChain keys() {
        return KeyChain.of(
                keeper.successions().stream().map(KeySuccession::read).toList(), keeper.verifier());
    }

    static long size(String note) {
        return Checkpoint.read(SignedNote.read(note).text()).size();
    }
}
