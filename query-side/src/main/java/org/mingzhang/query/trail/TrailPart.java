package org.mingzhang.query.trail;

import java.util.HexFormat;
import org.mingzhang.query.trail.PairRows.Pair;

/**
 * Up to where two sets of postings were compared.
 *
 * @param of one of the three
 * @param last the last row; without meaning for streams, which are compared all at once
 */
record TrailPart(char of, Pair last) {
    static final char STREAMS = 's';
    static final char AMOUNTS = 'a';
    static final char TERMS = 't';

    private static final int DIGITS = 16;

    /** 33 characters. */
    String text() {
        HexFormat hex = HexFormat.of();
        return of + hex.toHexDigits(last.first()) + hex.toHexDigits(last.second());
    }

    static TrailPart parse(String text) {
        return new TrailPart(
                text.charAt(0),
                new Pair(
                        HexFormat.fromHexDigitsToLong(text, 1, 1 + DIGITS),
                        HexFormat.fromHexDigitsToLong(text, 1 + DIGITS, 1 + 2 * DIGITS)));
    }
}
