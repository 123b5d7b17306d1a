package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.GrowthProof;

/**
 * The proof that a bundle of one stream or a pack brings, that the log has grown from an older checkpoint, and that
 * checkpoint.
 */
record CarriedGrowth(Optional<GrowthProof> growth, Optional<Checkpoint> older) {
    /** The text of a file that need not be there. */
    interface Further {
        Optional<String> text(String name) throws IOException;
    }

    /** @param note the checkpoint beside it, which the proof has to lead to */
    static CarriedGrowth of(Further files, String note, Checkpoint checkpoint, Signatures keys) throws IOException {
        Optional<GrowthProof> growth = growth(files, note, checkpoint);
        return new CarriedGrowth(growth, older(files, growth, checkpoint, keys));
    }

    /** Its checkpoint has to be the bundle's, or it would show the growth of another log. */
    private static Optional<GrowthProof> growth(Further files, String note, Checkpoint checkpoint) throws IOException {
        Optional<String> text = files.text(Bundle.GROWTH);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        GrowthProof growth = GrowthProof.read(text.get());
        if (!growth.note().equals(note)) {
            throw new Broken("the proof of growth has another checkpoint than the bundle");
        }
        if (growth.older() > checkpoint.size()) {
            throw new Broken("the proof of growth begins behind the checkpoint");
        }
        return Optional.of(growth);
    }

    /** Signed, or at sizes at which nothing was signed the three lines of a checkpoint, which the proof leads to. */
    private static Optional<Checkpoint> older(
            Further files, Optional<GrowthProof> growth, Checkpoint checkpoint, Signatures keys) throws IOException {
        Optional<String> text = files.text(Bundle.OLDER);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (growth.isEmpty()) {
            throw new Broken(Bundle.OLDER + " stands there without " + Bundle.GROWTH);
        }
        Checkpoint older;
        if (text.get().contains("\n\n")) {
            older = keys.checkpoint(text.get(), Bundle.OLDER);
        } else {
            older = Checkpoint.read(text.get());
            if (!older.text().equals(text.get())) {
                throw new Broken(Bundle.OLDER + " is written in another form");
            }
        }
        if (!older.origin().equals(checkpoint.origin())) {
            throw new Broken(Bundle.OLDER + " is of another log");
        }
        return Optional.of(older);
    }

    /** Those that the verifying person kept, and the one that came along. */
    List<Checkpoint> with(List<Checkpoint> theirs) {
        List<Checkpoint> all = new ArrayList<>(theirs);
        older.ifPresent(all::add);
        return all;
    }

    /** A sentence about a proof that nothing was compared with; empty otherwise. */
    String unchecked(List<Checkpoint> compared) {
        return growth.isPresent() && compared.isEmpty()
                ? "growth.txt was not looked at: that takes the older checkpoint of "
                        + growth.get().older() + " events.\n"
                : "";
    }
}
