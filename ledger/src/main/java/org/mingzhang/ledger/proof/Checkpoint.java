package org.mingzhang.ledger.proof;

import java.util.List;

/**
 * What a log says of itself at a moment: whose it is, how many events it has, and the root of their tree.
 *
 * <p>Its text is a C2SP tlog-checkpoint, so that other tools can read it: three lines, each ended by a newline. Where the
 * tree is not hashed with SHA-256 a fourth one, an extension in the words of C2SP, names the algorithm: other tools then
 * find that the root does not fit, which is right, since they cannot check it.
 *
 * @param origin name of the log, never used for another one
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final String TREE = "tree-hash ";

    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < 0x21 || c == '+')) {
            throw new UnreadableNote("the origin has a blank or a plus in it");
        }
        if (size < 0) {
            throw new UnreadableNote("the size is negative");
        }
    }

    public String text() {
        String name = root.algorithm().name();
        String extension = name.equals(TreeHash.USUAL) ? "" : TREE + name + "\n";
        return origin + "\n" + size + "\n" + root.base64() + "\n" + extension;
    }

    /** Reads the text of a note; lines after the third are extensions, and those that are not ours are passed over. */
    public static Checkpoint read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3) {
            throw new UnreadableNote("a checkpoint has three lines, this has " + lines.size());
        }
        TreeHash algorithm = TreeHash.named(lines.stream()
                .skip(3)
                .filter(line -> line.startsWith(TREE))
                .findFirst()
                .map(line -> line.substring(TREE.length()))
                .orElse(TreeHash.USUAL));
        return new Checkpoint(
                lines.get(0),
                Canonical.size(lines.get(1), "the second line"),
                Canonical.hash(algorithm, lines.get(2), "the third line"));
    }

    /** The algorithm of the checkpoint in a signed note. */
    static TreeHash algorithm(String note) {
        return read(SignedNote.read(note).text()).root().algorithm();
    }
}
