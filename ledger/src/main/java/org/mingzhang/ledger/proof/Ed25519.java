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

/** The algorithm that every JDK has and C2SP signed-note numbers first. */
final class Ed25519 implements SignatureScheme {
    static final SignatureScheme SCHEME = new Ed25519();

    private static final int NUMBER = 1;
    private static final int KEY_BYTES = 32;

    /** What stands before the raw key in its X.509 encoding (RFC 8410). */
    private static final byte[] PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private Ed25519() {}

    @Override
    public int number() {
        return NUMBER;
    }

    @Override
    public String name() {
        return USUAL;
    }

    @Override
    public KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(USUAL).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    @Override
    public PublicKey publicKey(byte[] raw) {
        if (raw.length != KEY_BYTES) {
            throw new UnreadableNote("the key has " + raw.length + " bytes instead of " + KEY_BYTES);
        }
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, PREFIX.length, raw.length);
        try {
            return KeyFactory.getInstance(USUAL).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new UnreadableNote("the key is no " + USUAL + " key");
        }
    }

    @Override
    public PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(USUAL).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new UnreadableNote("the private key is no " + USUAL + " key");
        }
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(USUAL);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a note cannot be signed", e);
        }
    }

    @Override
    public boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(USUAL);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
