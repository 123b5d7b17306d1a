package org.mingzhang.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The one form in which JSON is stored: no blank, no name twice in an object, nothing escaped that need not be, valid
 * UTF-8, numbers without needless signs and zeros.
 *
 * <p>Readers differ in what they make of anything else: one takes the first of two equal names and another the last, one
 * reads an escaped letter and another passes over it. Then the same bytes would say different things.
 */
public final class CanonicalJson {
    /** Deeper than any event. */
    private static final int DEEPEST = 64;

    /** Up to so many names are compared with each other. */
    private static final int FEW = 24;

    private static final String SHORT_ESCAPES = "\"\\bfnrt";
    private static final String DIGITS = "0123456789ABCDEF";

    private final byte[] json;
    private int at;

    /** Where the names of the objects that are open begin and end, the innermost last. */
    private int[] begins = new int[32];

    private int[] ends = new int[32];
    private int used;

    private CanonicalJson(byte[] json) {
        this.json = json;
    }

    /** Refuses what is in any other form; the message says where. */
    public static void check(byte[] json) {
        CanonicalJson read = new CanonicalJson(json);
        read.value(0);
        if (read.at != json.length) {
            throw read.wrong("something follows");
        }
    }

    private void value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("nested deeper than any event");
        }
        switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string(true);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void object(int depth) {
        at++;
        if (passed('}')) {
            return;
        }
        int outer = used;
        Set<String> many = Set.of();
        do {
            int from = at;
            string(false);
            if (used - outer < FEW) {
                few(outer, from);
            } else {
                many = many.isEmpty() ? all(outer) : many;
                once(many.add(text(from, at)));
            }
            expect(':');
            value(depth + 1);
        } while (passed(','));
        expect('}');
        used = outer;
    }

    /** Takes a name, after it was compared with those of the same object. */
    private void few(int outer, int from) {
        for (int one = outer; one < used; one++) {
            once(begins[one] - from != ends[one] - at || !Arrays.equals(json, begins[one], ends[one], json, from, at));
        }
        if (used == begins.length) {
            begins = Arrays.copyOf(begins, 2 * used);
            ends = Arrays.copyOf(ends, 2 * used);
        }
        begins[used] = from;
        ends[used] = at;
        used++;
    }

    private Set<String> all(int outer) {
        Set<String> names = new HashSet<>();
        for (int one = outer; one < used; one++) {
            names.add(text(begins[one], ends[one]));
        }
        return names;
    }

    private String text(int from, int to) {
        return new String(json, from, to - from, StandardCharsets.UTF_8);
    }

    private void once(boolean holds) {
        if (!holds) {
            throw wrong("a name twice in an object");
        }
    }

    private void array(int depth) {
        at++;
        if (passed(']')) {
            return;
        }
        do {
            value(depth + 1);
        } while (passed(','));
        expect(']');
    }

    private void string(boolean escapes) {
        expect('"');
        int next = at;
        while (next < json.length && json[next] != '"') {
            byte one = json[next];
            if (one >= ' ' && one != '\\') {
                next++;
                continue;
            }
            at = next;
            special(one, escapes);
            next = at;
        }
        at = next;
        expect('"');
    }

    private void special(byte one, boolean escapes) {
        if (one < 0) {
            character();
        } else if (one != '\\') {
            throw wrong("a control character");
        } else if (escapes) {
            escape();
        } else {
            throw wrong("an escape in a name");
        }
    }

    /**
     * Two characters for those that have it, else {@code \}{@code u00} and two digits for a control character, or four
     * digits for each half of a pair, together or alone: that is how the product writes them.
     */
    private void escape() {
        at++;
        if (SHORT_ESCAPES.indexOf(peek()) >= 0) {
            at++;
            return;
        }
        if (half()) {
            at += 5;
            return;
        }
        if (at + 5 > json.length || json[at] != 'u' || json[at + 1] != '0' || json[at + 2] != '0') {
            throw wrong("an escape that is not needed");
        }
        int high = json[at + 3] - '0';
        int low = DIGITS.indexOf(json[at + 4]);
        int control = 16 * high + low;
        if (high < 0 || high > 1 || low < 0 || "\b\f\n\r\t".indexOf(control) >= 0) {
            throw wrong("an escape that is not needed");
        }
        at += 5;
    }

    /** From D800 to DFFF. */
    private boolean half() {
        return at + 5 <= json.length
                && json[at] == 'u'
                && json[at + 1] == 'D'
                && "89ABCDEF".indexOf(json[at + 2]) >= 0
                && DIGITS.indexOf(json[at + 3]) >= 0
                && DIGITS.indexOf(json[at + 4]) >= 0;
    }

    /** One of several bytes: only the shortest form, no half of a pair, nothing behind the last plane. */
    private void character() {
        int first = json[at] & 0xff;
        int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        if (first < 0xc2 || first > 0xf4 || at + more >= json.length) {
            throw wrong("no UTF-8");
        }
        int second = json[at + 1] & 0xff;
        boolean off = (first == 0xe0 && second < 0xa0)
                || (first == 0xed && second > 0x9f)
                || (first == 0xf0 && second < 0x90)
                || (first == 0xf4 && second > 0x8f);
        for (int next = 1; next <= more; next++) {
            off |= (json[at + next] & 0xc0) != 0x80;
        }
        if (off) {
            throw wrong("no UTF-8");
        }
        at += more + 1;
    }

    private void number() {
        boolean negative = passed('-');
        boolean zero = passed('0');
        if (!zero) {
            digits();
        } else if (negative && !(at < json.length && (json[at] == '.' || json[at] == 'E'))) {
            throw wrong("a zero with a sign");
        }
        if (passed('.')) {
            digits();
        }
        if (passed('E')) {
            passed('-');
            digits();
        }
    }

    private void digits() {
        int from = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (from == at) {
            throw wrong("no value");
        }
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private boolean passed(char wanted) {
        if (at < json.length && json[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!passed(wanted)) {
            throw wrong("no " + wanted);
        }
    }

    private int peek() {
        if (at >= json.length) {
            throw wrong("the end");
        }
        return json[at];
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("it is not in the one form of stored JSON: " + what + " at byte " + at);
    }
}
