package org.mingzhang.ledger.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.mingzhang.ledger.proof.EventLeaf;
import org.mingzhang.ledger.proof.Hash;

/** One event of {@code events.tsv}: what it says, and the hash that the line states for it. */
final class EventLine {
    private static final int FIELDS = 12;

    private final EventLeaf leaf;
    private final Hash stated;
    private final byte[] payload;
    private final boolean sound;

    private EventLine(EventLeaf leaf, Hash stated, byte[] payload) {
        this.leaf = leaf;
        this.stated = stated;
        this.payload = payload;
        this.sound = leaf.hash().equals(stated);
    }

    /** @param where the line is, for the sentence when it cannot be read */
    static EventLine read(String line, String where) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new Broken(where + " has " + fields.length + " fields instead of " + FIELDS);
        }
        try {
            byte[] payload = base64(fields[9]);
            return new EventLine(
                    leaf(fields, payload),
                    Hash.of(exactly(fields[11], HexFormat.of()::parseHex, HexFormat.of()::formatHex)),
                    payload);
        } catch (IllegalArgumentException e) {
            throw new Broken(where + " cannot be read");
        }
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

    /** The stored bytes of the event. */
    byte[] payload() {
        return payload;
    }

    private static EventLeaf leaf(String[] fields, byte[] payload) {
        return new EventLeaf(
                exactly(fields[0], Long::parseLong, Object::toString),
                exactly(fields[1], UUID::fromString, Object::toString),
                fields[2],
                exactly(fields[3], Long::parseLong, Object::toString),
                fields[4],
                exactly(fields[5], Integer::parseInt, Object::toString),
                exactly(fields[6], Long::parseLong, Object::toString),
                new String(base64(fields[7]), StandardCharsets.UTF_8),
                exactly(fields[8], UUID::fromString, Object::toString),
                EventLeaf.sha256(payload),
                EventLeaf.sha256(base64(fields[10])));
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
