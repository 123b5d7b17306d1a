package org.mingzhang.application.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Comparator;
import java.util.Optional;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The disk under the embedded database, on which writes wait for room instead of failing.
 *
 * <p>H2 closes a database whose file cannot be written, and does not always open it again in the same process: a session
 * that rolls back on a closed store may turn in a circle for ever, and a store that could not be opened keeps the lock of
 * its file. What it is never told cannot bring it down. Meanwhile read tables can be read, {@link #held} says that nothing
 * can be written, changes are turned away before they begin, and so is whoever asks the log, the end of which is in doubt.
 * Only writes wait: a disk that says at {@code force} that it is full still closes the database.
 *
 * <p>An address of a database on it has {@link #SCHEME} before the file system that is really meant. H2 makes an object
 * of this for each path and passes nothing to it; what they share is therefore held by the class.
 */
public final class PatientDisk extends FilePathWrapper {
    static final String SCHEME = "patient";

    private static final HeldWrites HELD = new HeldWrites();

    /** Makes the scheme known to H2; the same again changes nothing. */
    static void mount() {
        FilePath.register(new PatientDisk());
    }

    /** The write that has waited longest for room; empty while none does. */
    static Optional<HeldWrites.Held> held() {
        return HELD.now().stream().min(Comparator.comparing(HeldWrites.Held::since));
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new PatientFile(super.open(mode), HELD);
    }
}
