package org.mingzhang.ledger.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash, 32 bytes, as a value. */
public final class Hash {
    public static final int BYTES = 32;

    private static final MessageDigest FRESH = lookedUp();

    /** The root of the tree without leaves: the hash of nothing (RFC 6962 §2.1). */
    public static final Hash OF_NOTHING = new Hash(sha256().digest());

    private static final byte NODE = 1;
    private static final byte LEAF = 0;

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /** A hash that was computed before; refuses anything but 32 bytes. */
    public static Hash of(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException("a hash of " + value.length + " bytes");
        }
        return new Hash(value.clone());
    }

    /** Of a leaf that says this: 0x00 before the data. */
    public static Hash ofLeaf(byte[] data) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(data));
    }

    /** Of the node above two others: 0x01 before them. */
    public static Hash above(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.value);
        return new Hash(digest.digest(right.value));
    }

    public byte[] toArray() {
        return value.clone();
    }

    /** As checkpoints print it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    /** Of stored bytes, without any prefix. */
    static Hash ofBytes(byte[] bytes) {
        return new Hash(sha256().digest(bytes));
    }

    /** A fresh digest; a copy is had for a fraction of what looking the algorithm up costs. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every JDK can be copied", e);
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(value, that.value);
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
