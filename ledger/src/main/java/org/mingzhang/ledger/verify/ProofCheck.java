package org.mingzhang.ledger.verify;

import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.Proofs;
import org.mingzhang.ledger.proof.TlogProof;

/** One event and its way to the root. */
final class ProofCheck {
    private ProofCheck() {}

    /** @param event the line of the event, as the proof says it */
    static String event(String event, TlogProof proof, Checkpoint checkpoint) {
        if (event.isEmpty()) {
            throw new Broken("the proof does not say of which event it is");
        }
        EventLine line = EventLine.read(
                event, "the event of the proof", checkpoint.root().algorithm());
        long position = line.leaf().position();
        if (position - 1 != proof.index()) {
            throw new Broken("the proof is of position " + (proof.index() + 1) + ", the event of position " + position);
        }
        if (!Proofs.included(line.hash(), proof.index(), checkpoint.size(), proof.path(), checkpoint.root())) {
            throw new Broken("position " + position + " is not in the log of the checkpoint");
        }
        Totals totals = new Totals();
        totals.add(line);
        return "It holds: position " + position + " of " + Shown.text(checkpoint.origin()) + " is "
                + line.leaf().name() + "/" + line.leaf().version() + ", version "
                + line.leaf().streamVersion() + " of " + line.leaf().stream() + ".\n" + totals.words();
    }
}
