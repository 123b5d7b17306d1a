package org.mingzhang.command.intake.book;

import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of the short texts that a budget repeats in row after row. */
final class Texts {
    private static final int SHORT = 40;
    private static final int MOST = 20_000;

    private final Map<String, RawCell> cells = new HashMap<>();

    RawCell cell(RawCell.Kind kind, String text) {
        if (kind != RawCell.Kind.TEXT || text.length() > SHORT) {
            return new RawCell(kind, text);
        }
        RawCell known = cells.get(text);
        if (known != null) {
            return known;
        }
        RawCell fresh = new RawCell(kind, text);
        if (cells.size() < MOST) {
            cells.put(text, fresh);
        }
        return fresh;
    }
}
