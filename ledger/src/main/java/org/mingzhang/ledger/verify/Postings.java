package org.mingzhang.ledger.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the {@code postings} and {@code movements} of a stored event, and passes over everything else: arrays of objects,
 * of which {@code stage} is a text and {@code delta} whole fen; a posting has a {@code classification} as well, an object
 * with a text {@code side}, and a movement is one of the funds from which budgets are supplemented. That no name stands
 * twice and none is escaped is seen before.
 */
final class Postings {
    /** Deeper than any event. */
    private static final int DEEPEST = 64;

    /** Sides and stages, as they are and may become: letters, then also lines below and between. */
    private static final int LONGEST_WORD = 40;

    private static final int LONGEST_NUMBER = 19;

    private static final byte[] POSTINGS = quoted("postings");
    private static final byte[] MOVEMENTS = quoted("movements");
    private static final byte[] STAGE = quoted("stage");
    private static final byte[] DELTA = quoted("delta");
    private static final byte[] CLASSIFICATION = quoted("classification");
    private static final byte[] SIDE = quoted("side");

    private final byte[] json;
    private int at;

    private Postings(byte[] json) {
        this.json = json;
    }

    /** Somebody who adds up. */
    @FunctionalInterface
    interface Adder {
        /** @param kind side and stage; of movements, {@code funds} and stage */
        void add(String kind, long fen);
    }

    /** Gives every posting and movement of an event, in order; refuses what is no JSON. */
    static void of(byte[] payload, Adder adder) {
        if (mentions(payload, POSTINGS) || mentions(payload, MOVEMENTS)) {
            new Postings(payload).event(adder);
        }
    }

    /** From the end, because events that have postings have them there. */
    private static boolean mentions(byte[] payload, byte[] name) {
        for (int from = payload.length - name.length; from >= 0; from--) {
            if (payload[from + 1] == name[1]
                    && Arrays.equals(payload, from, from + name.length, name, 0, name.length)) {
                return true;
            }
        }
        return false;
    }

    private void event(Adder adder) {
        object(from -> {
            if (named(from, POSTINGS)) {
                array(() -> posting(adder, Optional.empty()));
            } else if (named(from, MOVEMENTS)) {
                array(() -> posting(adder, Optional.of("funds")));
            } else {
                skip(0);
            }
        });
        blank();
        if (at != json.length) {
            throw wrong();
        }
    }

    /** @param side of all of them, where they do not say it themselves */
    private void posting(Adder adder, Optional<String> side) {
        Read read = new Read();
        read.side = side;
        object(from -> {
            if (named(from, STAGE)) {
                read.stage = Optional.of(kind());
            } else if (named(from, DELTA)) {
                read.delta = Optional.of(whole());
            } else if (named(from, CLASSIFICATION)) {
                object(inner -> side(read, inner));
            } else {
                skip(0);
            }
        });
        if (read.side.isEmpty() || read.stage.isEmpty() || read.delta.isEmpty()) {
            throw new IllegalArgumentException("a posting has no side, stage or amount");
        }
        adder.add(read.side.get() + " " + read.stage.get(), read.delta.get());
    }

    private void side(Read read, int from) {
        if (named(from, SIDE)) {
            read.side = Optional.of(kind());
        } else {
            skip(0);
        }
    }

    private static byte[] quoted(String name) {
        return ('"' + name + '"').getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether that is the name which begins there, with its quotation marks. */
    private boolean named(int from, byte[] name) {
        return from + name.length <= json.length && Arrays.equals(json, from, from + name.length, name, 0, name.length);
    }

    private static final class Read {
        private Optional<String> side = Optional.empty();
        private Optional<String> stage = Optional.empty();
        private Optional<Long> delta = Optional.empty();
    }

    private interface Member {
        /** @param from where its name begins */
        void read(int from);
    }

    private void object(Member member) {
        expect('{');
        if (next('}')) {
            return;
        }
        do {
            blank();
            int from = at;
            string();
            expect(':');
            member.read(from);
        } while (next(','));
        expect('}');
    }

    private void array(Runnable element) {
        expect('[');
        if (next(']')) {
            return;
        }
        do {
            element.run();
        } while (next(','));
        expect(']');
    }

    private void skip(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("it is nested deeper than any event");
        }
        blank();
        switch (peek()) {
            case '{' -> object(from -> skip(depth + 1));
            case '[' -> array(() -> skip(depth + 1));
            case '"' -> string();
            default -> word();
        }
    }

    /** Number, true, false or null; what exactly does not matter to the sums. */
    private void word() {
        int from = at;
        while (at < json.length && (Character.isLetterOrDigit(json[at]) || "+-.".indexOf(json[at]) >= 0)) {
            at++;
        }
        if (from == at) {
            throw wrong();
        }
    }

    private long whole() {
        blank();
        int from = at;
        word();
        int digits = json[from] == '-' ? from + 1 : from;
        boolean whole = at > digits && at - digits <= LONGEST_NUMBER && (json[digits] != '0' || at == digits + 1);
        for (int digit = digits; digit < at; digit++) {
            whole &= json[digit] >= '0' && json[digit] <= '9';
        }
        if (!whole) {
            throw new IllegalArgumentException("an amount is not whole fen");
        }
        return Long.parseLong(new String(json, from, at - from, StandardCharsets.ISO_8859_1));
    }

    private String kind() {
        blank();
        int from = at + 1;
        string();
        int to = at - 1;
        boolean kind = to > from && to - from <= LONGEST_WORD && letter(json[from]);
        for (int one = from; one < to; one++) {
            kind &= letter(json[one]) || json[one] == '_' || json[one] == '-';
        }
        if (!kind) {
            throw new IllegalArgumentException("a side or stage is none");
        }
        return new String(json, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean letter(byte one) {
        return (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z');
    }

    /** Passes over a text; escapes stay as they are, since names, stages and sides have none. */
    private void string() {
        if (peek() != '"') {
            throw wrong();
        }
        at++;
        while (peek() != '"') {
            at += peek() == '\\' ? 2 : 1;
        }
        at++;
    }

    private boolean next(char wanted) {
        blank();
        if (at < json.length && json[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!next(wanted)) {
            throw wrong();
        }
    }

    private int peek() {
        if (at >= json.length) {
            throw wrong();
        }
        return json[at];
    }

    private void blank() {
        while (at < json.length && (json[at] == ' ' || json[at] == '\n' || json[at] == '\t' || json[at] == '\r')) {
            at++;
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("it is no JSON at byte " + at);
    }
}
