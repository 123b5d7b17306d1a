package org.mingzhang.ledger.verify;

import org.mingzhang.ledger.proof.Checkpoint;

/**
 * What the log was said to be at an earlier size.
 *
 * @param theirs whether the verifying person kept it, and not the office
 * @param words which checkpoint it is, for a sentence
 */
record Known(Checkpoint checkpoint, boolean theirs, String words) {
    static Known older(Checkpoint checkpoint) {
        return new Known(checkpoint, true, "the older checkpoint");
    }

    static Known kept(Checkpoint checkpoint) {
        return new Known(checkpoint, false, "the checkpoint that was signed at " + checkpoint.size() + " events");
    }

    long size() {
        return checkpoint.size();
    }
}
