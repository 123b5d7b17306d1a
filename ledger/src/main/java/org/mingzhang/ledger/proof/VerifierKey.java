package org.mingzhang.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes; whoever verifies has to get it from somebody they trust.
 *
 * <p>Written {@code name+hash+key}, as C2SP signed-note has it.
 */
public final class VerifierKey {
    private final String name;
    private final SignatureScheme scheme;
    private final PublicKey key;

    VerifierKey(String name, SignatureScheme scheme, PublicKey key) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c < 0x21 || c == '+')) {
            throw new UnreadableNote("the name of the key has a blank or a plus in it");
        }
        this.name = name;
        this.scheme = scheme;
        this.key = key;
    }

    public static VerifierKey read(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new UnreadableNote("a verifier key is written name+hash+key");
        }
        byte[] bytes = Canonical.base64(parts[2], "the key");
        if (bytes.length < 2) {
            throw new UnreadableNote("the key is too short");
        }
        SignatureScheme scheme = SignatureScheme.numbered(bytes[0] & 0xff);
        byte[] raw = ByteBuffer.allocate(bytes.length - 1)
                .put(bytes, 1, bytes.length - 1)
                .array();
        VerifierKey read = new VerifierKey(parts[0], scheme, scheme.publicKey(raw));
        if (!HexFormat.of().toHexDigits(read.hash()).equals(parts[1])) {
            throw new UnreadableNote("the key does not fit its hash");
        }
        return read;
    }

    public String name() {
        return name;
    }

    SignatureScheme scheme() {
        return scheme;
    }

    /** The first four bytes of SHA-256 over name, newline, algorithm and key. */
    int hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest(numbered())).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private byte[] numbered() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(scheme.number());
        bytes.writeBytes(scheme.raw(key));
        return bytes.toByteArray();
    }

    boolean verifies(byte[] message, byte[] signature) {
        return scheme.verifies(key, message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** To be handed out. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(hash()) + "+"
                + Base64.getEncoder().encodeToString(numbered());
    }
}
