package org.mingzhang.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The successions of keys that a proof brings with it, so that it outlives a change of the key: a line {@code succession}
 * and the note in Base64 for each, the oldest first, in front of whatever is proved.
 *
 * @param notes see {@link KeySuccession}
 * @param rest what follows the lines
 */
public record CarriedSuccessions(List<String> notes, String rest) {
    /** How such a line begins. */
    public static final String FIRST_WORD = "succession ";

    /** More keys than any log ever had. */
    public static final int MOST = 1_000;

    public CarriedSuccessions {
        notes = List.copyOf(notes);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (String note : notes) {
            text.append(FIRST_WORD)
                    .append(Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)))
                    .append('\n');
        }
        return text.append(rest).toString();
    }

    /** Also reads what brings none. */
    public static CarriedSuccessions read(String text) {
        List<String> notes = new ArrayList<>();
        int at = 0;
        while (text.startsWith(FIRST_WORD, at)) {
            int end = text.indexOf('\n', at);
            if (end < 0 || notes.size() == MOST) {
                throw new UnreadableNote(end < 0 ? "a succession breaks off" : "there are more keys than any log had");
            }
            byte[] note = Canonical.base64(text.substring(at + FIRST_WORD.length(), end), "a succession");
            notes.add(new String(note, StandardCharsets.UTF_8));
            at = end + 1;
        }
        return new CarriedSuccessions(notes, text.substring(at));
    }
}
