package org.mingzhang.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * That something is in the log, as C2SP tlog-proof writes it: a proof that needs nothing beside it but the log's key.
 *
 * @param extra what it is, in the words of whoever wrote the proof; empty for nothing
 * @param index of the leaf, one less than its position
 * @param path the hashes from the leaf to the root
 * @param note the signed checkpoint
 */
public record TlogProof(String extra, long index, List<Hash> path, String note) {
    /** How such a text begins. */
    public static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public TlogProof {
        path = List.copyOf(path);
    }

    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        if (!extra.isEmpty()) {
            text.append(EXTRA)
                    .append(Base64.getEncoder().encodeToString(extra.getBytes(StandardCharsets.UTF_8)))
                    .append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note).toString();
    }

    public static TlogProof read(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(FIRST_LINE + "\n")) {
            throw new UnreadableNote("a proof begins with the line " + FIRST_LINE + " and ends with a checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        lines.removeFirst();
        String extra = "";
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
            extra = new String(
                    Canonical.base64(lines.removeFirst().substring(EXTRA.length()), "the extra line"),
                    StandardCharsets.UTF_8);
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw new UnreadableNote("the proof has no line with an index");
        }
        long index = Canonical.size(lines.removeFirst().substring(INDEX.length()), "the index");
        String note = text.substring(end + 2);
        return new TlogProof(extra, index, Canonical.path(Checkpoint.algorithm(note), lines), note);
    }
}
