package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The statements of one appending transaction; whoever has taken the head is alone until it commits. */
record LogWrites(Connection connection) {
    private static final String TAKE_HEAD = "select next_position, recorded_at from log_head where id = 1 for update";
    private static final String MOVE_HEAD = "update log_head set next_position = ?, recorded_at = ? where id = 1";
    private static final String INSERT_EVENT = """
            insert into event_log (position, event_id, stream, stream_version, name, version, recorded_at, actor,
                command_id, payload, metadata, leaf) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_RECEIPT = """
            insert into receipt (actor, idempotency_key, body_hash, command_id, recorded_at, stream, stream_version,
                last_position, events) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** Where the next event goes, and when the last one was recorded. */
    record Head(long nextPosition, Instant recordedAt) {
        /** The head for events recorded now; a clock that was set back does not make the log run backwards. */
        Head at(Instant now) {
            return new Head(nextPosition, now.isBefore(recordedAt) ? recordedAt : now);
        }
    }

    Head takeHead() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TAKE_HEAD);
                ResultSet result = select.executeQuery()) {
            if (!result.next()) {
                throw new IllegalStateException("the head row of the log is missing");
            }
            return new Head(
                    result.getLong(1), result.getObject(2, OffsetDateTime.class).toInstant());
        }
    }

    void moveHead(Head head, int events) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE_HEAD)) {
            update.setLong(1, head.nextPosition() + events);
            update.setObject(2, utc(head.recordedAt()));
            update.executeUpdate();
        }
    }

    void insertEvents(List<Row> rows, Head head) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENT)) {
            long position = head.nextPosition();
            for (Row row : rows) {
                set(insert, row, position, head.recordedAt());
                insert.addBatch();
                position++;
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, Row row, long position, Instant recordedAt) throws SQLException {
        insert.setLong(1, position);
        insert.setObject(2, row.eventId());
        insert.setString(3, row.stream());
        insert.setLong(4, row.streamVersion());
        insert.setString(5, row.name());
        insert.setInt(6, row.version());
        insert.setObject(7, utc(recordedAt));
        insert.setString(8, row.actor());
        insert.setObject(9, row.commandId());
        insert.setBytes(10, row.payload().toArray());
        insert.setBytes(11, row.metadata().toArray());
        insert.setBytes(12, LeafHash.of(position, row, recordedAt));
    }

    void insertReceipts(List<Admission.Admitted> admitted, Instant recordedAt) throws SQLException {
        if (admitted.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_RECEIPT)) {
            for (Admission.Admitted one : admitted) {
                set(insert, one.request().claim(), one.receipt(), recordedAt);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, Append.Claim claim, Receipt receipt, Instant recordedAt)
            throws SQLException {
        insert.setString(1, claim.actor());
        insert.setString(2, claim.key());
        insert.setBytes(3, receipt.bodyHash().toArray());
        insert.setObject(4, receipt.commandId());
        insert.setObject(5, utc(recordedAt));
        insert.setString(6, receipt.stream());
        insert.setLong(7, receipt.streamVersion());
        insert.setLong(8, receipt.lastPosition());
        insert.setInt(9, receipt.events());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
