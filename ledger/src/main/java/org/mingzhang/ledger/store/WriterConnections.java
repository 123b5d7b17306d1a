package org.mingzhang.ledger.store;

import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Connections that only the writer of the log takes, so that a crowd of readers cannot keep it from writing.
 *
 * @param dataSource to the database of the log
 * @param held whether the database holds what is written to it until its disk has room again: then nobody is kept
 *     waiting for an answer, and each is told that none is known
 */
public record WriterConnections(DataSource dataSource, BooleanSupplier held) {
    /** To a database that says so when it cannot write. */
    public WriterConnections(DataSource dataSource) {
        this(dataSource, () -> false);
    }
}
