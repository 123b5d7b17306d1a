package org.mingzhang.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Base64;

/** A key that signs notes; it never leaves the installation. */
public final class SignerKey {
    private final VerifierKey verifier;
    private final SignatureScheme scheme;
    private final PrivateKey key;

    private SignerKey(VerifierKey verifier, SignatureScheme scheme, PrivateKey key) {
        this.verifier = verifier;
        this.scheme = scheme;
        this.key = key;
    }

    /** A fresh key under that name, of the usual algorithm. */
    public static SignerKey generate(String name) {
        return generate(name, Ed25519.SCHEME);
    }

    /** A fresh key under that name. */
    public static SignerKey generate(String name, SignatureScheme scheme) {
        KeyPair pair = scheme.generate();
        return new SignerKey(new VerifierKey(name, scheme, pair.getPublic()), scheme, pair.getPrivate());
    }

    /** As {@link #secret} wrote it: the verifier key and, on a line of its own, the private key. */
    public static SignerKey read(String secret) {
        String[] lines = secret.strip().split("\n");
        if (lines.length != 2) {
            throw new UnreadableNote("a signing key is written on two lines");
        }
        VerifierKey verifier = VerifierKey.read(lines[0]);
        SignatureScheme scheme = verifier.scheme();
        return new SignerKey(
                verifier, scheme, scheme.privateKey(Base64.getDecoder().decode(lines[1].strip())));
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** To be kept where nobody else reads it. */
    public String secret() {
        return verifier + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
    }

    /** The text with this key's signature beneath. */
    public String sign(String text) {
        byte[] signature = scheme.sign(key, text.getBytes(StandardCharsets.UTF_8));
        byte[] line = ByteBuffer.allocate(4 + signature.length)
                .putInt(verifier.hash())
                .put(signature)
                .array();
        return text + "\n" + SignedNote.DASH + verifier.name() + " "
                + Base64.getEncoder().encodeToString(line) + "\n";
    }
}
