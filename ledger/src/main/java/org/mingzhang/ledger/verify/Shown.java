package org.mingzhang.ledger.verify;

import java.util.Locale;

/** Text of files as it may be printed: nothing in it moves the cursor, wipes a line or turns the direction of reading. */
final class Shown {
    /** No sentence of this program is longer; what a file says may be. */
    private static final int LONGEST = 1_000;

    private Shown() {}

    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (invisible(point)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return text.length() > LONGEST ? shown.append('…').toString() : shown.toString();
    }

    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
