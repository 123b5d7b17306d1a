package org.mingzhang.query.audit;

import java.io.IOException;
import java.nio.file.Path;

/** Puts what is worth keeping aside while the program goes on; only the embedded database needs the program for that. */
public interface OwnBackup {
    /** Whether the database is the embedded one; any other is backed up by its own programs. */
    boolean isPossible();

    /** The new folder with the database and, copied before it, key and checkpoints. */
    Path take() throws IOException;
}
