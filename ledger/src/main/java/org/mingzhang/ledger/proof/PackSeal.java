package org.mingzhang.ledger.proof;

import java.util.List;

/**
 * What the office signs of an evidence pack: the checkpoint that its proofs lead to, and the list of all its files, so that
 * nobody can take one away, change it or put another in its place.
 *
 * <p>Its second line is no number, so that it can never be read as a {@link Checkpoint}, and a checkpoint never as one.
 *
 * @param size of the checkpoint
 * @param root of the checkpoint, in Base64
 * @param list SHA-256 of the list of files, in hexadecimal
 */
public record PackSeal(long size, String root, String list) {
    private static final String FIRST_LINE = "mingzhang-pack 1";
    private static final String LIST = "files ";
    private static final String SIZE = "size ";
    private static final String ROOT = "root ";

    /** Over the files that are listed in that list. */
    public static PackSeal of(Checkpoint checkpoint, String list) {
        return new PackSeal(checkpoint.size(), checkpoint.root().base64(), list);
    }

    public String text() {
        return FIRST_LINE + "\n" + LIST + list + "\n" + SIZE + size + "\n" + ROOT + root + "\n";
    }

    /** Reads the text of a note; refuses every other form of it. */
    public static PackSeal read(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        boolean whole = lines.size() == 5
                && lines.get(1).startsWith(LIST)
                && lines.get(2).startsWith(SIZE)
                && lines.get(3).startsWith(ROOT);
        if (!whole) {
            throw new UnreadableNote("the seal of a pack has four lines and begins with " + FIRST_LINE);
        }
        PackSeal read = new PackSeal(
                Canonical.size(lines.get(2).substring(SIZE.length()), "the size of a seal"),
                lines.get(3).substring(ROOT.length()),
                lines.get(1).substring(LIST.length()));
        if (!read.text().equals(text)) {
            throw new UnreadableNote("the seal of the pack is written in another form");
        }
        return read;
    }

    /** Whether its proofs lead to that checkpoint. */
    public boolean isOf(Checkpoint checkpoint) {
        return size == checkpoint.size() && root.equals(checkpoint.root().base64());
    }
}
