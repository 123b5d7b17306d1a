package org.mingzhang.ledger.proof;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * An algorithm that signs notes. Ed25519 is built in; another one is a jar on the class path, of the program and of the
 * verifier alike, that names its class in {@code META-INF/services}.
 *
 * <p>Every key carries the number of its algorithm, in itself and, through its hash, in each signature: what was signed
 * with one is verified with that one for ever, and a succession of keys may lead from one to another.
 */
public interface SignatureScheme {
    /** Of the keys of an installation that asks for nothing else. */
    String USUAL = "Ed25519";

    /** One byte, as C2SP signed-note gives it to the algorithm. */
    int number();

    /** How an operator asks for it. */
    String name();

    KeyPair generate();

    /** The key as it stands behind the number. */
    byte[] raw(PublicKey key);

    /** Throws {@link UnreadableNote} when these bytes are no key. */
    PublicKey publicKey(byte[] raw);

    /** From its PKCS #8 encoding; throws {@link UnreadableNote} when that is no key. */
    PrivateKey privateKey(byte[] encoded);

    byte[] sign(PrivateKey key, byte[] message);

    /** Whether these bytes, whatever they are, sign the message. */
    boolean verifies(PublicKey key, byte[] message, byte[] signed);

    /** The algorithm of a key; throws {@link UnreadableNote} when there is none of that number. */
    static SignatureScheme numbered(int number) {
        return all().filter(scheme -> scheme.number() == number)
                .findFirst()
                .orElseThrow(() -> new UnreadableNote("the signature algorithm " + number + " is not known"));
    }

    /** The algorithm that an operator asks for; throws {@link UnreadableNote} when there is none of that name. */
    static SignatureScheme named(String name) {
        return all().filter(scheme -> scheme.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableNote("the signature algorithm " + name + " is not known"));
    }

    private static Stream<SignatureScheme> all() {
        return Stream.concat(
                Stream.of(Ed25519.SCHEME),
                ServiceLoader.load(SignatureScheme.class, SignatureScheme.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get));
    }
}
