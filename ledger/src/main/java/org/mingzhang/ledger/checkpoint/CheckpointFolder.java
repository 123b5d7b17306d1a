package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.mingzhang.ledger.proof.KeySuccession;
import org.mingzhang.ledger.proof.SignerKey;
import org.mingzhang.ledger.proof.VerifierKey;

/** The key and the checkpoints of an installation as files; what was written once is never written again. */
final class CheckpointFolder {
    private static final String KEY = "key";
    private static final String NEXT = "key.next";
    private static final String VERIFIER = "key.pub";
    private static final String MADE_AT = "key.made-at";
    private static final String SECRET = "rw-------";
    private static final String PUBLIC = "rw-r--r--";

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The installation's key as it is now, made when there is none.
     *
     * @param events how many the log has, to be written down when the key is made
     */
    SignerKey key(String origin, LongSupplier events) {
        try {
            if (Files.notExists(folder.resolve(KEY))) {
                Files.createDirectories(folder.resolve("checkpoints"));
                create(folder.resolve(MADE_AT), events.getAsLong() + "\n", PUBLIC);
                String name = origin.isBlank() ? invented() : origin;
                create(folder.resolve(KEY), SignerKey.generate(name).secret(), SECRET);
            }
            finishRotation();
            SignerKey key = SignerKey.read(Files.readString(folder.resolve(KEY)));
            if (Files.notExists(folder.resolve(VERIFIER))) {
                create(folder.resolve(VERIFIER), key.verifier() + "\n", PUBLIC);
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the ledger cannot be read or made", e);
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
    void rotate(SignerKey present, long size) {
        try {
            SignerKey next = SignerKey.generate(present.verifier().name());
            Files.deleteIfExists(folder.resolve(NEXT));
            create(folder.resolve(NEXT), next.secret(), SECRET);
            create(
                    folder.resolve(KeySuccession.file(successions().size() + 1)),
                    KeySuccession.signed(size, present, next),
                    PUBLIC);
            finishRotation();
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the ledger cannot be changed", e);
        }
    }

    /** The successions of keys, the oldest first. */
    List<String> successions() {
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
        VerifierKey waiting = SignerKey.read(Files.readString(next)).verifier();
        if (!successions.isEmpty()
                && KeySuccession.read(successions.getLast()).after().equals(waiting)) {
            Files.move(next, folder.resolve(KEY), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(folder.resolve(VERIFIER));
        } else {
            Files.delete(next);
        }
    }

    /** Where nobody chose a name, one that no other installation has. */
    private static String invented() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return "mingzhang-" + HexFormat.of().formatHex(random);
    }

    /** Keeps a checkpoint unless one of that size is kept. */
    void keep(long size, String note) {
        try {
            create(folder.resolve("checkpoints").resolve(String.format(Locale.ROOT, "%012d.txt", size)), note, PUBLIC);
        } catch (IOException e) {
            throw new UncheckedIOException("a checkpoint cannot be kept", e);
        }
    }

    /** The note of the largest size. */
    Optional<String> latest() {
        try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
            Optional<Path> last = files.filter(file -> file.toString().endsWith(".txt"))
                    .max((one, other) -> one.getFileName().compareTo(other.getFileName()));
            return last.isEmpty() ? Optional.empty() : Optional.of(Files.readString(last.get()));
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints cannot be read", e);
        }
    }

    /** Whole or not at all: a file that is half written when the machine stops would be there for ever. */
    private static void create(Path file, String text, String rights) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), ".draft", "");
        try {
            if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(rights));
            }
            Files.writeString(draft, text, StandardOpenOption.SYNC);
            if (Files.notExists(file)) {
                Files.move(draft, file);
            }
        } catch (FileAlreadyExistsException e) {
            // Somebody else was faster; theirs is as good.
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
