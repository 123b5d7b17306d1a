package org.mingzhang.query.projection;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Digests of sets: those of the members are added up modulo 2^256, so that their order, which every database chooses for
 * itself, does not matter.
 */
public final class Digests {
    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    private Digests() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    public static BigInteger number(MessageDigest digest) {
        return new BigInteger(1, digest.digest());
    }

    public static BigInteger sum(BigInteger one, BigInteger other) {
        return one.add(other).mod(MODULUS);
    }

    public static String text(BigInteger digest) {
        return String.format("%064x", digest);
    }

    public static BigInteger parse(String text) {
        return new BigInteger(text, 16);
    }
}
