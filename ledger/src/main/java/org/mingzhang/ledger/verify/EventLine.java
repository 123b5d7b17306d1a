package org.mingzhang.ledger.verify;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.mingzhang.ledger.proof.EventLeaf;
import org.mingzhang.ledger.proof.Hash;

/**
 * One line of {@code events.tsv}.
 *
 * @param stated the leaf hash as it stands in the line
 */
record EventLine(EventLeaf leaf, Hash stated) {
    private static final int FIELDS = 12;

    /** @param expected the position that a line should have here, for the sentence when it cannot be read */
    static EventLine read(String line, long expected) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new Broken(
                    "the line of position " + expected + " has " + fields.length + " fields instead of " + FIELDS);
        }
        try {
            return new EventLine(
                    leaf(fields), Hash.of(exactly(fields[11], HexFormat.of()::parseHex, HexFormat.of()::formatHex)));
        } catch (IllegalArgumentException e) {
            throw new Broken("the line of position " + expected + " cannot be read");
        }
    }

    private static EventLeaf leaf(String[] fields) {
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
                EventLeaf.sha256(base64(fields[9])),
                EventLeaf.sha256(base64(fields[10])));
    }

    private static byte[] base64(String field) {
        return exactly(field, Base64.getDecoder()::decode, Base64.getEncoder()::encodeToString);
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
