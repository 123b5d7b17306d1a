package org.mingzhang.ledger.verify;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.mingzhang.ledger.proof.CanonicalJson;
import org.mingzhang.ledger.proof.EventLeaf;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeHash;

/** One event of {@code events.tsv}: what it says, the hash that the line states for it, and the money that it moves. */
final class EventLine {
    private static final List<String> FIELDS = List.of(
            "position",
            "event id",
            "stream",
            "stream version",
            "name",
            "version",
            "time",
            "actor",
            "command id",
            "payload",
            "metadata",
            "hash");

    /** As the columns of the log have it; the actor as Base64 of UTF-8; payloads are bounded by the line. */
    private static final int[] LONGEST = {19, 36, 64, 19, 64, 10, 20, 536, 36, Integer.MAX_VALUE, Integer.MAX_VALUE, 64
    };

    private static final int ID = 36;
    private static final int LONGEST_ACTOR = 100;
    private static final int DELETE = 0x7f;

    private final EventLeaf leaf;
    private final Hash stated;
    private final List<Posted> postings;
    private final boolean sound;

    private EventLine(EventLeaf leaf, Hash stated, byte[] payload, byte[] metadata) {
        this.leaf = leaf;
        this.stated = stated;
        this.sound = leaf.hash().equals(stated);
        this.postings = sound ? postings(leaf, payload, metadata) : List.of();
    }

    /** An amount that an event moves: side and stage, such as {@code expenditure INITIAL}. */
    record Posted(String kind, long fen) {}

    /** @param where the line is, for the sentence when it cannot be read */
    static EventLine read(String line, String where, TreeHash hash) {
        String[] fields = fields(line, where);
        try {
            byte[] payload = base64(fields[9]);
            byte[] metadata = base64(fields[10]);
            return new EventLine(
                    leaf(fields, hash.ofBytes(payload), hash.ofBytes(metadata)),
                    hash.of(digest(fields[11])),
                    payload,
                    metadata);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Broken(where + " cannot be read");
        }
    }

    private static String[] fields(String line, String where) {
        String[] fields = new String[FIELDS.size()];
        int from = 0;
        for (int at = 0; at < fields.length; at++) {
            int tab = line.indexOf('\t', from);
            boolean last = at == fields.length - 1;
            if (last != (tab < 0)) {
                throw new Broken(where + " has " + (last ? "more" : "fewer") + " than " + fields.length + " fields");
            }
            int to = last ? line.length() : tab;
            if (to - from > LONGEST[at]) {
                throw new Broken(where + " has a longer " + FIELDS.get(at) + " than any event");
            }
            fields[at] = line.substring(from, to);
            from = to + 1;
        }
        return fields;
    }

    EventLeaf leaf() {
        return leaf;
    }

    /** The leaf hash as it stands in the line; refuses one that does not come from what the line says. */
    Hash hash() {
        if (!sound) {
            throw new Broken("position " + leaf.position() + " was changed: what it says does not give its hash");
        }
        return stated;
    }

    /** In their order. */
    List<Posted> postings() {
        return postings;
    }

    private static List<Posted> postings(EventLeaf leaf, byte[] payload, byte[] metadata) {
        try {
            CanonicalJson.check(payload);
            CanonicalJson.check(metadata);
            List<Posted> postings = new ArrayList<>();
            Postings.of(payload, (kind, fen) -> postings.add(new Posted(kind, fen)));
            return postings;
        } catch (IllegalArgumentException e) {
            throw new Broken("the content of position " + leaf.position() + " cannot be read: " + e.getMessage());
        }
    }

    private static EventLeaf leaf(String[] fields, Hash payload, Hash metadata) throws CharacterCodingException {
        return new EventLeaf(
                exactly(fields[0], Long::parseLong, Object::toString),
                id(fields[1]),
                name(fields[2]),
                exactly(fields[3], Long::parseLong, Object::toString),
                name(fields[4]),
                exactly(fields[5], Integer::parseInt, Object::toString),
                exactly(fields[6], Long::parseLong, Object::toString),
                actor(fields[7]),
                id(fields[8]),
                payload,
                metadata);
    }

    private static String name(String field) {
        for (int at = 0; at < field.length(); at++) {
            if (field.charAt(at) <= ' ' || field.charAt(at) >= DELETE) {
                throw new IllegalArgumentException("no name");
            }
        }
        if (field.isEmpty()) {
            throw new IllegalArgumentException("no name");
        }
        return field;
    }

    /** Digits in lower case with dashes where they belong; the library would take an id in several forms. */
    private static UUID id(String field) {
        boolean sound = field.length() == ID;
        for (int at = 0; sound && at < ID; at++) {
            boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
            sound = dash ? field.charAt(at) == '-' : hexadecimal(field.charAt(at));
        }
        if (!sound) {
            throw new IllegalArgumentException("another form of the same value");
        }
        return UUID.fromString(field);
    }

    private static byte[] digest(String field) {
        for (int at = 0; at < field.length(); at++) {
            if (!hexadecimal(field.charAt(at))) {
                throw new IllegalArgumentException("another form of the same value");
            }
        }
        return HexFormat.of().parseHex(field);
    }

    private static boolean hexadecimal(char one) {
        return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f');
    }

    private static String actor(String field) throws CharacterCodingException {
        String actor = SmallFile.decoded(base64(field));
        if (actor.codePointCount(0, actor.length()) > LONGEST_ACTOR) {
            throw new IllegalArgumentException("longer than any actor");
        }
        return actor;
    }

    /** Only the last group of four can be written in more than one way, so only that is written again. */
    private static byte[] base64(String field) {
        byte[] bytes = Base64.getDecoder().decode(field);
        int group = Math.max(0, field.length() - 4);
        byte[] last = Arrays.copyOfRange(bytes, group / 4 * 3, bytes.length);
        if (field.length() % 4 != 0 || !Base64.getEncoder().encodeToString(last).equals(field.substring(group))) {
            throw new IllegalArgumentException("another form of the same bytes");
        }
        return bytes;
    }

    /** Readers forgive much; here a value has one form, so that not even its form can be changed unseen. */
    private static <T> T exactly(String field, Function<String, T> reading, Function<T, String> writing) {
        T value = reading.apply(field);
        if (!writing.apply(value).equals(field)) {
            throw new IllegalArgumentException("another form of the same value");
        }
        return value;
    }
}
