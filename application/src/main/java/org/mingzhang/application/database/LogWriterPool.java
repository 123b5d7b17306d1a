package org.mingzhang.application.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.mingzhang.ledger.store.WriterConnections;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps connections for the writer of the log on PostgreSQL, where readers may take all others.
 *
 * <p>A node that is frozen while it holds the head of the log would keep all nodes from writing: the server ends such a
 * transaction, and nobody waits for it longer than that. The embedded database serves one process, and opens again after
 * a full disk only when every connection is gone; there the writer takes what everybody takes.
 */
@Component
final class LogWriterPool implements DisposableBean {
    /** Above any pause of a collector, below what a person waits for. */
    private static final String PATIENCE = "-c idle_in_transaction_session_timeout=5s -c lock_timeout=8s";

    private static final String LONGEST_SILENCE_SECONDS = "20";

    private final DataSource shared;
    private final Optional<HikariDataSource> own;

    LogWriterPool(DataSource shared) {
        this.shared = shared;
        this.own = shared instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:postgresql:")
                ? Optional.of(beside(pool))
                : Optional.empty();
    }

    WriterConnections connections() {
        return own.map(WriterConnections::new)
                .orElseGet(() ->
                        new WriterConnections(shared, () -> PatientDisk.held().isPresent()));
    }

    private static HikariDataSource beside(HikariDataSource pool) {
        HikariConfig config = new HikariConfig();
        pool.copyStateTo(config);
        config.setPoolName("log-writer");
        // one writes, and one looks what became of a commit whose answer was lost
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(1);
        config.addDataSourceProperty("options", PATIENCE);
        config.addDataSourceProperty("socketTimeout", LONGEST_SILENCE_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    @Override
    public void destroy() {
        own.ifPresent(HikariDataSource::close);
    }
}
