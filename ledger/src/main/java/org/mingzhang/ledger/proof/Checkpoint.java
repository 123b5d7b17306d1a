package org.mingzhang.ledger.proof;

import java.util.List;

/**
 * What a log says of itself at a moment: whose it is, how many events it has, and the root of their tree.
 *
 * <p>Its text is a C2SP tlog-checkpoint, so that other tools can read it: three lines, each ended by a newline.
 *
 * @param origin name of the log, never used for another one
 */
public record Checkpoint(String origin, long size, Hash root) {
    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < 0x21 || c == '+')) {
            throw new UnreadableNote("the origin has a blank or a plus in it");
        }
        if (size < 0) {
            throw new UnreadableNote("the size is negative");
        }
    }

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** Reads the text of a note; lines after the third are extensions and are passed over. */
    public static Checkpoint read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3) {
            throw new UnreadableNote("a checkpoint has three lines, this has " + lines.size());
        }
        return new Checkpoint(
                lines.get(0),
                Canonical.size(lines.get(1), "the second line"),
                Canonical.hash(lines.get(2), "the third line"));
    }
}
