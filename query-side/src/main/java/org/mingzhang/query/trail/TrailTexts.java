package org.mingzhang.query.trail;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Words as they are compared: full-width like half-width, every bracket of a document number the same, no blanks. */
final class TrailTexts {
    /** A single character says too little to look for. */
    static final int SHORTEST = 2;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern OPENING = Pattern.compile("[〔【（\\[]");
    private static final Pattern CLOSING = Pattern.compile("[〕】）\\]]");

    private TrailTexts() {}

    /** The text without blanks and differences that people do not mean. */
    static String plain(String text) {
        String same = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String round = CLOSING.matcher(OPENING.matcher(same).replaceAll("(")).replaceAll(")");
        return BLANKS.matcher(round).replaceAll("");
    }

    /** The words of a question, each to be found. */
    static List<String> words(String question) {
        return Arrays.stream(BLANKS.split(question))
                .map(TrailTexts::plain)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** Every two characters that stand beside each other. */
    static Set<String> pairs(String plain) {
        int[] characters = plain.codePoints().toArray();
        Set<String> pairs = new TreeSet<>();
        for (int at = 0; at + 1 < characters.length; at++) {
            pairs.add(new String(characters, at, 2));
        }
        return pairs;
    }
}
