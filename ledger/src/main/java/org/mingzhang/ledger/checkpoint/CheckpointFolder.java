package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.ledger.proof.SignerKey;

/** The key and the checkpoints of an installation as files; what was written once is never written again. */
final class CheckpointFolder {
    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** The installation's key, made now when there is none. */
    SignerKey key(String origin) {
        Path file = folder.resolve("key");
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(folder.resolve("checkpoints"));
                create(
                        file,
                        SignerKey.generate(origin.isBlank() ? invented() : origin)
                                .secret(),
                        "rw-------");
            }
            SignerKey key = SignerKey.read(Files.readString(file));
            create(folder.resolve("key.pub"), key.verifier() + "\n", "rw-r--r--");
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the ledger cannot be read or made", e);
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
            create(folder.resolve("checkpoints").resolve(String.format("%012d.txt", size)), note, "rw-r--r--");
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
