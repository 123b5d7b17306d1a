package org.mingzhang.ledger.proof;

import java.util.List;
import java.util.Locale;

/**
 * That a log is signed with another key from some size on: a note signed by both keys, so that whoever trusts either
 * comes to trust the other for its part of the log.
 *
 * @param size the old key signs checkpoints up to it, the new one from it on
 */
public record KeySuccession(long size, VerifierKey before, VerifierKey after) {
    private static final String FIRST_LINE = "mingzhang-key-succession 1";

    /** The name of the file with the note, in the folder of the key and in bundles; the first is 1. */
    public static String file(int number) {
        return String.format(Locale.ROOT, "succession-%03d.txt", number);
    }

    /** The note, signed by both. */
    public static String signed(long size, SignerKey before, SignerKey after) {
        String text = new KeySuccession(size, before.verifier(), after.verifier()).text();
        String old = before.sign(text);
        return old + after.sign(text).substring(text.length() + 1);
    }

    /** Reads a note and refuses one that not both keys have signed. */
    public static KeySuccession read(String note) {
        SignedNote signed = SignedNote.read(note);
        List<String> lines = List.of(signed.text().split("\n", -1));
        if (lines.size() != 5 || !lines.getFirst().equals(FIRST_LINE)) {
            throw new UnreadableNote("a succession of keys has four lines and begins with " + FIRST_LINE);
        }
        KeySuccession read = new KeySuccession(
                Canonical.size(lines.get(1), "the size of a succession"),
                VerifierKey.read(lines.get(2)),
                VerifierKey.read(lines.get(3)));
        if (!read.text().equals(signed.text())) {
            throw new UnreadableNote("the succession is written in another form");
        }
        if (!read.before.name().equals(read.after.name())) {
            throw new UnreadableNote("the succession changes the name of the log");
        }
        if (!signed.isSignedBy(read.before) || !signed.isSignedBy(read.after)) {
            throw new UnreadableNote("the succession is not signed by both keys");
        }
        return read;
    }

    private String text() {
        return FIRST_LINE + "\n" + size + "\n" + before + "\n" + after + "\n";
    }
}
