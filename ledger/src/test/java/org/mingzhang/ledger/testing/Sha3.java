package org.mingzhang.ledger.testing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.mingzhang.ledger.proof.TreeHash;

/** Stands in for a national algorithm: the program has never heard of it. */
public final class Sha3 implements TreeHash {
    public static final String NAME = "SHA3-256";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MessageDigest fresh() {
        try {
            return MessageDigest.getInstance(NAME);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
