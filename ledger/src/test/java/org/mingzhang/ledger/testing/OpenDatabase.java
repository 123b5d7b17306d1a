package org.mingzhang.ledger.testing;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** An open test database; closing it closes its connections, not the server. */
public record OpenDatabase(TestDatabase kind, String url, HikariDataSource pool) implements AutoCloseable {
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
