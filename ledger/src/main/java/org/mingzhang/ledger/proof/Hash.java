package org.mingzhang.ledger.proof;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A hash of 32 bytes with the algorithm that it was made by, as a value. */
public final class Hash {
    public static final int BYTES = 32;

    private static final byte NODE = 1;

    private final TreeHash algorithm;
    private final byte[] value;

    /** The bytes are the hash's own from then on. */
    Hash(TreeHash algorithm, byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException("a hash of " + value.length + " bytes");
        }
        this.algorithm = algorithm;
        this.value = value;
    }

    /** Of the node above two others: 0x01 before them. */
    public static Hash above(Hash left, Hash right) {
        if (!left.algorithm.name().equals(right.algorithm.name())) {
            throw new IllegalArgumentException("a node of two algorithms");
        }
        MessageDigest digest = left.algorithm.fresh();
        digest.update(NODE);
        digest.update(left.value);
        return new Hash(left.algorithm, digest.digest(right.value));
    }

    public TreeHash algorithm() {
        return algorithm;
    }

    public byte[] toArray() {
        return value.clone();
    }

    /** As checkpoints print it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that
                && Arrays.equals(value, that.value)
                && algorithm.name().equals(that.algorithm.name());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** Lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
