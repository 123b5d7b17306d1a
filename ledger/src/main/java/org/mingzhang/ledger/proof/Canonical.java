package org.mingzhang.ledger.proof;

import java.util.Base64;
import java.util.List;

/** Values that have one form only: readers forgive much, and then not every change of a text would be seen. */
final class Canonical {
    /** A tree of 2^63 leaves needs no more. */
    private static final int LONGEST_PATH = 128;

    private Canonical() {}

    static byte[] base64(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableNote(what + " is no Base64");
        }
        throw new UnreadableNote(what + " is Base64 in another form");
    }

    static long size(String text, String what) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new UnreadableNote(what + " is no number of events");
        }
        return Long.parseLong(text);
    }

    static Hash hash(TreeHash algorithm, String text, String what) {
        byte[] bytes = base64(text, what);
        if (bytes.length != Hash.BYTES) {
            throw new UnreadableNote(what + " is no hash");
        }
        return algorithm.of(bytes);
    }

    static List<Hash> path(TreeHash algorithm, List<String> lines) {
        if (lines.size() > LONGEST_PATH) {
            throw new UnreadableNote("the proof has more hashes than any tree needs");
        }
        return lines.stream()
                .map(line -> hash(algorithm, line, "a hash of the proof"))
                .toList();
    }
}
