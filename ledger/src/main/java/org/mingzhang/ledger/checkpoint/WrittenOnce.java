package org.mingzhang.ledger.checkpoint;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are written whole or not at all, and once: half a checkpoint would be there for ever. */
final class WrittenOnce {
    static final String SECRET = "rw-------";
    static final String PUBLIC = "rw-r--r--";

    private WrittenOnce() {}

    /** Whether it was written; what is there already stays as it is. */
    static boolean create(Path file, String text, String rights) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), ".draft", "");
        try {
            if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(rights));
            }
            Files.writeString(draft, text, StandardOpenOption.SYNC);
            return linked(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A hard link fails where there is a file, whoever made it a moment ago; a move may put itself in its place. */
    private static boolean linked(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(file)) {
                return false;
            }
            Files.move(draft, file); // a file system without links; whoever shares it holds the lock of the folder
            return true;
        }
    }
}
