package org.mingzhang.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A text with signatures beneath, as C2SP signed-note has it: the text, an empty line, and a line for each signature.
 *
 * @param text up to and with its last newline
 */
public record SignedNote(String text, List<String> signatures) {
    static final String DASH = "\u2014 ";

    /** More than any note has; a file may hold anything. */
    private static final int LONGEST = 65_536;

    /** The log's own and those of witnesses; each may cost a verification. */
    private static final int MOST_SIGNATURES = 16;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    public static SignedNote read(String note) {
        if (note.length() > LONGEST) {
            throw new UnreadableNote("the note is longer than any note");
        }
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new UnreadableNote("the note has no signatures");
        }
        List<String> lines = note.substring(end + 2).lines().toList();
        if (lines.isEmpty() || !lines.stream().allMatch(line -> line.startsWith(DASH))) {
            throw new UnreadableNote("a signature line does not begin with a dash");
        }
        if (lines.size() > MOST_SIGNATURES) {
            throw new UnreadableNote("the note has more than " + MOST_SIGNATURES + " signatures");
        }
        return new SignedNote(note.substring(0, end + 1), lines);
    }

    /** Whether one of the signatures is that key's. */
    public boolean isSignedBy(VerifierKey key) {
        return signatures.stream().anyMatch(line -> isSignedBy(key, line.substring(DASH.length())));
    }

    private boolean isSignedBy(VerifierKey key, String line) {
        int blank = line.lastIndexOf(' ');
        if (blank < 0 || !line.substring(0, blank).equals(key.name())) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Canonical.base64(line.substring(blank + 1), "a signature");
        } catch (UnreadableNote e) {
            return false; // of a witness that we do not know, perhaps
        }
        return bytes.length > 4
                && ByteBuffer.wrap(bytes).getInt() == key.hash()
                && key.verifies(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, 4, bytes.length));
    }
}
