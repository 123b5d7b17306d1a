package org.mingzhang.ledger.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.mingzhang.ledger.proof.SignatureScheme;
import org.mingzhang.ledger.proof.UnreadableNote;

/** Another algorithm, as an installation would bring it in a jar of its own. */
public final class EcdsaP256 implements SignatureScheme {
    public static final String NAME = "ECDSA-P256";

    @Override
    public int number() {
        return 0xfa;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] raw(PublicKey key) {
        return key.getEncoded();
    }

    @Override
    public PublicKey publicKey(byte[] raw) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(raw));
        } catch (GeneralSecurityException e) {
            throw new UnreadableNote("the key is no " + NAME + " key");
        }
    }

    @Override
    public PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new UnreadableNote("the private key is no " + NAME + " key");
        }
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
