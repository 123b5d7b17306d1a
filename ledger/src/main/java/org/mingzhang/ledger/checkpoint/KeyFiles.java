package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.proof.KeyChain;
import org.mingzhang.ledger.proof.KeySuccession;
import org.mingzhang.ledger.proof.SignatureScheme;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;

/** The key of an installation and its successions as files. Whoever makes, changes or signs with it holds the lock of the folder. */
final class KeyFiles {
    private static final String KEY = "key";
    private static final String NEXT = "key.next";
    private static final String VERIFIER = "key.pub";
    private static final String MADE_AT = "key.made-at";

    private final Path folder;
    private final SignatureScheme scheme;

    /** @param scheme of keys that are made; a key that is there signs with its own */
    KeyFiles(Path folder, SignatureScheme scheme) {
        this.folder = folder;
        this.scheme = scheme;
    }

    /** Whether the folder never had a key, as far as it shows. */
    boolean untouched() {
        return List.of(KEY, NEXT, VERIFIER, KeySuccession.file(1)).stream()
                .allMatch(name -> Files.notExists(folder.resolve(name)));
    }

    /**
     * The first key.
     *
     * @param events how many the log has already: more than none when an earlier key was lost
     */
    void make(String origin, long events) throws IOException {
        WrittenOnce.create(folder.resolve(MADE_AT), events + "\n", WrittenOnce.PUBLIC);
        String name = origin.isBlank() ? invented() : origin;
        WrittenOnce.create(folder.resolve(KEY), SignerKey.generate(name, scheme).secret(), WrittenOnce.SECRET);
    }

    /** Where nobody chose a name, one that no other installation has. */
    private static String invented() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return "mingzhang-" + HexFormat.of().formatHex(random);
    }

    boolean missing() {
        return !Files.isRegularFile(folder.resolve(KEY));
    }

    /** The key to sign with; refuses one that nobody was told of. Ends a rotation that was stopped in the middle. */
    Optional<SignerKey> signer() throws IOException {
        finishRotation();
        if (missing()) {
            return Optional.empty();
        }
        SignerKey key = read(folder.resolve(KEY));
        List<String> successions = successions();
        Path told = folder.resolve(VERIFIER);
        VerifierKey known;
        if (!successions.isEmpty()) {
            known = KeySuccession.read(successions.getLast()).after();
        } else {
            known = Files.exists(told) ? VerifierKey.read(Files.readString(told)) : key.verifier();
        }
        if (!known.equals(key.verifier())) {
            throw new UnreadableNote("the key in the folder is not the one that was handed out, " + known);
        }
        if (Files.notExists(told)) {
            WrittenOnce.create(told, key.verifier() + "\n", WrittenOnce.PUBLIC);
        }
        return Optional.of(key);
    }

    private static SignerKey read(Path file) throws IOException {
        try {
            return SignerKey.read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new UnreadableNote("the key in the folder cannot be read: " + e.getMessage());
        }
    }

    /** The keys with which checkpoints are verified, with the notes that lead from one to the next. */
    record Told(List<String> successions, KeyChain chain) {}

    /** As everybody may know them, in whatever state a rotation is; empty when the folder has no key. */
    Optional<Told> told() {
        try {
            List<String> notes = successions();
            List<KeySuccession> successions =
                    notes.stream().map(KeySuccession::read).toList();
            if (!successions.isEmpty()) {
                VerifierKey present = successions.getLast().after();
                return Optional.of(new Told(notes, KeyChain.of(successions, present)));
            }
            Path told = folder.resolve(VERIFIER);
            return Files.exists(told)
                    ? Optional.of(new Told(notes, KeyChain.of(List.of(), VerifierKey.read(Files.readString(told)))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the ledger cannot be read", e);
        }
    }

    /** How many events the log had when its first key was made; 0 when that is not known. */
    long madeAt() {
        try {
            Path file = folder.resolve(MADE_AT);
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("what is known of the key cannot be read", e);
        }
    }

    /** Puts another key in the place of the present one, which signs the succession and is then gone. */
    void rotate(SignerKey present, long size) throws IOException {
        SignerKey next = SignerKey.generate(present.verifier().name(), scheme);
        Files.deleteIfExists(folder.resolve(NEXT));
        WrittenOnce.create(folder.resolve(NEXT), next.secret(), WrittenOnce.SECRET);
        WrittenOnce.create(
                folder.resolve(KeySuccession.file(successions().size() + 1)),
                KeySuccession.signed(size, present, next),
                WrittenOnce.PUBLIC);
        finishRotation();
    }

    private List<String> successions() {
        List<String> notes = new ArrayList<>();
        try {
            for (Path file = folder.resolve(KeySuccession.file(1));
                    Files.exists(file);
                    file = folder.resolve(KeySuccession.file(notes.size() + 1))) {
                notes.add(Files.readString(file));
            }
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException("the successions of keys cannot be read", e);
        }
    }

    /** The succession decides: with it the next key is the key, also after a stop in between; without it, it is none. */
    private void finishRotation() throws IOException {
        Path next = folder.resolve(NEXT);
        if (Files.notExists(next)) {
            return;
        }
        List<String> successions = successions();
        VerifierKey waiting = read(next).verifier();
        if (!successions.isEmpty()
                && KeySuccession.read(successions.getLast()).after().equals(waiting)) {
            Files.deleteIfExists(folder.resolve(VERIFIER));
            Files.move(next, folder.resolve(KEY), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            WrittenOnce.create(folder.resolve(VERIFIER), waiting + "\n", WrittenOnce.PUBLIC);
        } else {
            Files.delete(next);
        }
    }
}
