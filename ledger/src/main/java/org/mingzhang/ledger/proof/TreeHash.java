package org.mingzhang.ledger.proof;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The algorithm that a log is hashed with, from its first event to its last: contents, leaves and nodes. SHA-256 is built
 * in; another one of 32 bytes, such as SM3 (GB/T 32905), is a jar on the class path, of the program and of the verifier
 * alike, that names its class in {@code META-INF/services}.
 *
 * <p>The log keeps the name beside its head, and each checkpoint says it where it is not the usual one.
 */
public interface TreeHash {
    /** Of a log that asks for nothing else; the one that RFC 6962 and C2SP name. */
    String USUAL = "SHA-256";

    /** How an operator asks for it, and checkpoints say it: without a blank. */
    String name();

    /** A digest that has seen nothing yet and gives 32 bytes. */
    MessageDigest fresh();

    /** The one that every Java platform has. */
    static TreeHash usual() {
        return Sha256.HASH;
    }

    /** The one of that name; throws {@link UnreadableNote} when there is none. */
    static TreeHash named(String name) {
        return name.equals(USUAL)
                ? usual()
                : installed(name)
                        .orElseThrow(() -> new UnreadableNote("the hash algorithm of the tree is not known: " + name));
    }

    private static Optional<TreeHash> installed(String name) {
        Stream<TreeHash> all = ServiceLoader.load(TreeHash.class, TreeHash.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get);
        return all.filter(hash -> hash.name().equals(name)).findFirst();
    }

    /** A hash that was computed before; refuses anything but 32 bytes. */
    default Hash of(byte[] value) {
        return new Hash(this, value.clone());
    }

    /** Of stored bytes, without any prefix. */
    default Hash ofBytes(byte[] bytes) {
        return new Hash(this, fresh().digest(bytes));
    }

    /** Of a leaf that says this: 0x00 before the data. */
    default Hash ofLeaf(byte[] data) {
        MessageDigest digest = fresh();
        digest.update((byte) 0);
        return new Hash(this, digest.digest(data));
    }

    /** The root of the tree without leaves: the hash of nothing (RFC 6962 §2.1). */
    default Hash ofNothing() {
        return new Hash(this, fresh().digest());
    }
}
