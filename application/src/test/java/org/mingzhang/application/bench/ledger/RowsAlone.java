package org.mingzhang.application.bench.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.testing.OpenDatabase;

/**
 * What the rows of commands cost alone: for each an event, the note that it was handed in, and a receipt, so many commands
 * in one transaction on one connection, over as many streams. No decision, no hash, no order, nobody who waits: the most that
 * any single writer could reach on this machine.
 */
final class RowsAlone implements AutoCloseable {
    private static final String RECEIPTS = """
            create table floor_receipt (
                actor           varchar(100) not null,
                idempotency_key varchar(200) not null,
                body_hash       bytea not null,
                command_id      uuid not null,
                recorded_at     timestamp(6) with time zone not null,
                stream          varchar(64) not null,
                stream_version  bigint not null,
                last_position   bigint not null,
                events          integer not null,
                refused         boolean not null,
                primary key (actor, idempotency_key))""";

    /** As long as those of the commands that are measured beside it. */
    private static final byte[] EVENT = new byte[620];

    private static final byte[] NOTE = new byte[256];
    private static final byte[] METADATA = new byte[152];
    private static final byte[] HASH = new byte[32];
    private static final int FIRST_YEAR = 2025;
    private static final Random RANDOM = new Random(7);

    private final Connection connection;
    private final PreparedStatement log;
    private final PreparedStatement receipts;
    private long position;

    RowsAlone(OpenDatabase database) {
        try {
            connection = database.dataSource().getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists floor_rows");
                statement.execute("drop table if exists floor_receipt");
                statement.execute(CommitFloor.TABLE.replace("floor_log", "floor_rows"));
                statement.execute(CommitFloor.INDEX.replace("floor_log", "floor_rows"));
                statement.execute(RECEIPTS);
            }
            connection.setAutoCommit(false);
            log = connection.prepareStatement(CommitFloor.INSERT.replace("floor_log", "floor_rows"));
            receipts = connection.prepareStatement("insert into floor_receipt values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the rows of so many commands, and commits. */
    void commit(int commands) {
        try {
            for (int i = 0; i < commands; i++) {
                UUID command = Identities.next();
                row(
                        "411200-103-" + (FIRST_YEAR + RANDOM.nextInt(LedgerBenchmark.BUDGETS)),
                        "line-allocated",
                        command,
                        EVENT);
                row("submissions-jingban", "command-accepted", command, NOTE);
                receipt(command);
            }
            log.executeBatch();
            receipts.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void row(String stream, String name, UUID command, byte[] payload) throws SQLException {
        position++;
        log.setLong(1, position);
        log.setObject(2, Identities.next());
        log.setString(3, stream);
        log.setLong(4, position);
        log.setString(5, name);
        log.setInt(6, 1);
        log.setObject(7, OffsetDateTime.now(ZoneOffset.UTC));
        log.setString(8, "jingban");
        log.setObject(9, command);
        log.setBytes(10, payload);
        log.setBytes(11, METADATA);
        log.setBytes(12, HASH);
        log.addBatch();
    }

    private void receipt(UUID command) throws SQLException {
        receipts.setString(1, "jingban");
        receipts.setString(2, command.toString());
        receipts.setBytes(3, HASH);
        receipts.setObject(4, command);
        receipts.setObject(5, OffsetDateTime.now(ZoneOffset.UTC));
        receipts.setString(6, "411200-103-2025");
        receipts.setLong(7, position);
        receipts.setLong(8, position);
        receipts.setInt(9, 1);
        receipts.setBoolean(10, false);
        receipts.addBatch();
    }

    @Override
    public void close() {
        try (connection;
                log;
                receipts) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
