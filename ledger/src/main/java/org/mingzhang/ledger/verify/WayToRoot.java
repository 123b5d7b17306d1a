package org.mingzhang.ledger.verify;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.Proofs;

/** A line of an event that ends with the hashes of its way to the root, in Base64 with commas between. */
final class WayToRoot {
    /** A tree of 2^63 leaves needs no more. */
    private static final int LONGEST_PATH = 63;

    private WayToRoot() {}

    /** The event of the line, which says what gives its hash. */
    static EventLine event(String text, String where, Checkpoint checkpoint) {
        int tab = text.lastIndexOf('\t');
        return EventLine.read(
                tab < 0 ? text : text.substring(0, tab),
                where,
                checkpoint.root().algorithm());
    }

    /** Refuses an event whose way does not lead to the root of the checkpoint. */
    static void leads(String text, EventLine line, Checkpoint checkpoint) {
        Hash leaf = line.hash();
        long index = line.leaf().position() - 1;
        List<Hash> path = path(text.substring(text.lastIndexOf('\t') + 1), checkpoint);
        if (!Proofs.included(leaf, index, checkpoint.size(), path, checkpoint.root())) {
            throw new Broken("position " + line.leaf().position() + " is not in the log of the checkpoint");
        }
    }

    private static List<Hash> path(String field, Checkpoint checkpoint) {
        List<Hash> path = new ArrayList<>();
        if (field.isEmpty()) {
            return path;
        }
        String[] hashes = field.split(",", LONGEST_PATH + 2);
        if (hashes.length > LONGEST_PATH) {
            throw new Broken("a proof has more hashes than any tree needs");
        }
        for (String hash : hashes) {
            try {
                Hash read = checkpoint.root().algorithm().of(Base64.getDecoder().decode(hash));
                if (!read.base64().equals(hash)) {
                    throw new Broken("a hash of a proof is written in another form");
                }
                path.add(read);
            } catch (IllegalArgumentException e) {
                throw new Broken("a hash of a proof cannot be read");
            }
        }
        return path;
    }
}
