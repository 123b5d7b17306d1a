package org.mingzhang.ledger.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The algorithm of RFC 6962. */
final class Sha256 implements TreeHash {
    static final TreeHash HASH = new Sha256();

    private final MessageDigest untouched = lookedUp();

    private Sha256() {}

    @Override
    public String name() {
        return USUAL;
    }

    /** A copy is had for a fraction of what looking the algorithm up costs. */
    @Override
    public MessageDigest fresh() {
        try {
            return (MessageDigest) untouched.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every JDK can be copied", e);
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance(USUAL);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
