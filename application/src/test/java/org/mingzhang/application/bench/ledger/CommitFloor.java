package org.mingzhang.application.bench.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.mingzhang.ledger.testing.OpenDatabase;

/**
 * What a database does when every client commits one event after the other by itself: the columns and indexes of the
 * log, no order, no receipt, no hash, no decision. Ids are by chance, as event stores usually make them.
 */
final class CommitFloor implements AutoCloseable {
    static final String TABLE = """
            create table floor_log (
                position       bigint primary key,
                event_id       uuid not null unique,
                stream         varchar(64) not null,
                stream_version bigint not null,
                name           varchar(64) not null,
                version        integer not null,
                recorded_at    timestamp(6) with time zone not null,
                actor          varchar(100) not null,
                command_id     uuid not null,
                payload        bytea not null,
                metadata       bytea not null,
                leaf           bytea not null,
                unique (stream, stream_version))""";
    static final String INDEX = "create index floor_log_command on floor_log (command_id)";
    static final String INSERT = "insert into floor_log values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final AtomicInteger FLOORS = new AtomicInteger();

    /** About what an event that allocates a line takes. */
    private static final byte[] PAYLOAD = new byte[830];

    private static final byte[] METADATA = new byte[170];
    private static final byte[] LEAF = new byte[32];

    private final HikariDataSource pool;
    private final AtomicLong positions = new AtomicLong();
    private final Map<Integer, Runnable> clients = new HashMap<>();
    private final Supplier<UUID> ids;
    private final String table = "floor_log_" + FLOORS.incrementAndGet();

    CommitFloor(OpenDatabase database, int clients) {
        this(database, clients, UUID::randomUUID);
    }

    /** With ids of another kind. */
    CommitFloor(OpenDatabase database, int clients, Supplier<UUID> ids) {
        this.ids = ids;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.pool().getUsername());
        config.setPassword(database.pool().getPassword());
        config.setMaximumPoolSize(clients + 1);
        config.setDataSourceProperties(database.pool().getDataSourceProperties());
        this.pool = new HikariDataSource(config);
        execute(own(TABLE));
        execute(own(INDEX));
    }

    private String own(String sql) {
        return sql.replace("floor_log", table);
    }

    /** One client: a connection of its own, a commit for each event. */
    Runnable client(int number) {
        return clients.computeIfAbsent(number, this::connected);
    }

    private Runnable connected(int number) {
        try {
            Connection connection = pool.getConnection();
            PreparedStatement insert = connection.prepareStatement(own(INSERT));
            String stream = "411200-103-%04d".formatted(number);
            return () -> {
                try {
                    set(insert, stream, positions.incrementAndGet());
                    insert.executeUpdate();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many events in one transaction, sent in batches. */
    void bulk(int events, int batch) {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(own(INSERT))) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= events; i++) {
                set(insert, "411200-103-2025", positions.incrementAndGet());
                insert.addBatch();
                if (i % batch == 0 || i == events) {
                    insert.executeBatch();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void set(PreparedStatement insert, String stream, long position) throws SQLException {
        insert.setLong(1, position);
        insert.setObject(2, ids.get());
        insert.setString(3, stream);
        insert.setLong(4, position);
        insert.setString(5, "line-allocated");
        insert.setInt(6, 1);
        insert.setObject(7, OffsetDateTime.now(ZoneOffset.UTC));
        insert.setString(8, "jingban");
        insert.setObject(9, ids.get());
        insert.setBytes(10, PAYLOAD);
        insert.setBytes(11, METADATA);
        insert.setBytes(12, LEAF);
    }

    private void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        execute("drop table " + table);
        pool.close();
    }
}
