package org.mingzhang.query.web;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.springframework.stereotype.Component;

/** By which checkpoint a release is sealed, to be printed with it: paper cannot be changed with the database. */
@Component
class ReleaseSeals {
    private final CheckpointKeeper keeper;

    ReleaseSeals(CheckpointKeeper keeper) {
        this.keeper = keeper;
    }

    /** Size and root of the tree, as the checkpoint has them. */
    record Seal(long events, String root) {}

    /** The first checkpoint that counts all that was released; empty for what is not a release, and until one is cut. */
    Optional<Seal> of(OpenedBudget budget) {
        try {
            return budget.release()
                    .filter(release -> budget.released())
                    .flatMap(release -> keeper.covering(release.position()))
                    .map(note -> Checkpoint.read(SignedNote.read(note).text()))
                    .map(checkpoint ->
                            new Seal(checkpoint.size(), checkpoint.root().base64()));
        } catch (UncheckedIOException | UnreadableNote e) {
            return Optional.empty(); // the health of the ledger tells; the figures are there all the same
        }
    }
}
