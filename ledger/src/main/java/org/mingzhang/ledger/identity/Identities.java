package org.mingzhang.ledger.identity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mingzhang.ledger.proof.TreeHash;

/** Ids that sort by the time they were made at. */
public final class Identities {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    /** A key that begins with an id of ours; pages add to it what is done with which of several things. */
    private static final Pattern TIMED =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-f])");

    private static final int LENGTH = 36;
    private static final long TIME = 0xFFFF_FFFF_FFFF_0000L;
    private static final long CUSTOM = 0x8000L;
    private static final long TWELVE_BITS = 0xFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long BEHIND_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;

    private Identities() {}

    /** Another one each time, behind all that this process made before (version 7). */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /**
     * The id of what a person does under a key: the same again for the same person and key.
     *
     * <p>It stands at the time of the key when that begins with an id of {@link #next()} (version 8); otherwise anywhere
     * (version 3).
     */
    public static UUID ofAct(String login, String key) {
        byte[] both = (login + "\n" + key).getBytes(StandardCharsets.UTF_8);
        if (!TIMED.matcher(key).lookingAt()) {
            return UUID.nameUUIDFromBytes(both);
        }
        long time = UUID.fromString(key.substring(0, LENGTH)).getMostSignificantBits() & TIME;
        ByteBuffer hash = ByteBuffer.wrap(TreeHash.usual().ofBytes(both).toArray());
        return new UUID(time | CUSTOM | (hash.getLong() & TWELVE_BITS), VARIANT | (hash.getLong() & BEHIND_VARIANT));
    }
}
