package org.mingzhang.ledger.store;

import javax.sql.DataSource;

/**
 * Connections that only the writer of the log takes, so that a crowd of readers cannot keep it from writing.
 *
 * @param dataSource to the database of the log
 */
public record WriterConnections(DataSource dataSource) {}
