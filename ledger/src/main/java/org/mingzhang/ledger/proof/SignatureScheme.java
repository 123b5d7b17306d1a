package org.mingzhang.ledger.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/**
 * How notes are signed, by the number that C2SP signed-note gives the algorithm; installations that need national
 * algorithms add a line here.
 */
public enum SignatureScheme {
    ED25519(1, "Ed25519", 32);

    /** What stands before the raw key in the X.509 encoding of an Ed25519 key (RFC 8410). */
    private static final byte[] ED25519_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
    };

    private final int number;
    private final String algorithm;
    private final int keyBytes;

    SignatureScheme(int number, String algorithm, int keyBytes) {
        this.number = number;
        this.algorithm = algorithm;
        this.keyBytes = keyBytes;
    }

    static SignatureScheme numbered(int number) {
        for (SignatureScheme scheme : values()) {
            if (scheme.number == number) {
                return scheme;
            }
        }
        throw new UnreadableNote("the signature algorithm " + number + " is not known");
    }

    int number() {
        return number;
    }

    KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - keyBytes, encoded.length);
    }

    PublicKey publicKey(byte[] raw) {
        if (raw.length != keyBytes) {
            throw new UnreadableNote("the key has " + raw.length + " bytes instead of " + keyBytes);
        }
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, ED25519_PREFIX.length, raw.length);
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new UnreadableNote("the key is no " + algorithm + " key");
        }
    }

    PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new UnreadableNote("the private key is no " + algorithm + " key");
        }
    }

    byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a note cannot be signed", e);
        }
    }

    boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
