package org.mingzhang.ledger.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the {@code postings} and {@code movements} of a stored event, and passes over everything else: arrays of objects,
 * of which {@code stage} is a text and {@code delta} whole fen; a posting has a {@code classification} as well, an object
 * with a text {@code side}, and a movement is one of the funds from which budgets are supplemented. That no name stands
 * twice and none is escaped is seen before.
 */
final class Postings {
    /** Deeper than any event. */
    private static final int DEEPEST = 64;

    /** Sides and stages, as they are and may become. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_-]{0,39}");

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,18})");

    private static final byte[] POSTINGS = "\"postings\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MOVEMENTS = "\"movements\"".getBytes(StandardCharsets.US_ASCII);

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
            if (Arrays.equals(payload, from, from + name.length, name, 0, name.length)) {
                return true;
            }
        }
        return false;
    }

    private void event(Adder adder) {
        object(name -> {
            switch (name) {
                case "postings" -> array(() -> posting(adder, Optional.empty()));
                case "movements" -> array(() -> posting(adder, Optional.of("funds")));
                default -> skip(0);
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
        object(name -> {
            switch (name) {
                case "stage" -> read.stage = Optional.of(kind());
                case "delta" -> read.delta = Optional.of(whole());
                case "classification" ->
                    object(inner -> {
                        if (inner.equals("side")) {
                            read.side = Optional.of(kind());
                        } else {
                            skip(0);
                        }
                    });
                default -> skip(0);
            }
        });
        if (read.side.isEmpty() || read.stage.isEmpty() || read.delta.isEmpty()) {
            throw new IllegalArgumentException("a posting has no side, stage or amount");
        }
        adder.add(read.side.get() + " " + read.stage.get(), read.delta.get());
    }

    private static final class Read {
        private Optional<String> side = Optional.empty();
        private Optional<String> stage = Optional.empty();
        private Optional<Long> delta = Optional.empty();
    }

    private interface Member {
        void read(String name);
    }

    private void object(Member member) {
        expect('{');
        if (next('}')) {
            return;
        }
        do {
            blank();
            String name = text();
            expect(':');
            member.read(name);
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
            case '{' -> object(name -> skip(depth + 1));
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
        String number = new String(json, from, at - from, StandardCharsets.US_ASCII);
        if (!WHOLE.matcher(number).matches()) {
            throw new IllegalArgumentException("an amount is not whole fen");
        }
        return Long.parseLong(number);
    }

    private String kind() {
        String kind = text();
        if (!WORD.matcher(kind).matches()) {
            throw new IllegalArgumentException("a side or stage is none");
        }
        return kind;
    }

    private String text() {
        blank();
        int from = at + 1;
        string();
        return new String(json, from, at - 1 - from, StandardCharsets.UTF_8);
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
