package org.mingzhang.ledger.proof;

import java.util.List;

/**
 * That a log still begins with what it once was, written as a C2SP tlog-witness asks for it: the line {@code old} with the
 * older size, the hashes, an empty line, the signed checkpoint of now.
 *
 * @param note the signed checkpoint
 */
public record GrowthProof(long older, List<Hash> path, String note) {
    /** How such a text begins. */
    public static final String FIRST_WORD = "old ";

    public GrowthProof {
        path = List.copyOf(path);
    }

    public String text() {
        StringBuilder text = new StringBuilder(FIRST_WORD).append(older).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note).toString();
    }

    public static GrowthProof read(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(FIRST_WORD)) {
            throw new UnreadableNote("a proof of growth begins with the older size and ends with a checkpoint");
        }
        List<String> lines = List.of(text.substring(0, end).split("\n", -1));
        long older = Canonical.size(lines.getFirst().substring(FIRST_WORD.length()), "the older size");
        String note = text.substring(end + 2);
        return new GrowthProof(older, Canonical.path(Checkpoint.algorithm(note), lines.subList(1, lines.size())), note);
    }
}
