package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeHash;

/** The statements of one appending transaction; whoever has taken the head is alone until it commits. */
record LogWrites(Connection connection, TreeHash hash) {
    private static final String TAKE_HEAD = """
            select next_position, recorded_at, tree_size, frontier, tree_hash from log_head where id = 1 for update""";
    private static final String MOVE_HEAD = """
            update log_head set next_position = ?, recorded_at = ?, tree_size = ?, frontier = ?,
                tree_hash = ? where id = 1""";
    private static final String FRONTIER = "select tree_size, frontier, tree_hash from log_head where id = 1";
    private static final String INSERT_EVENT = """
            insert into event_log (position, event_id, stream, stream_version, name, version, recorded_at, actor,
                command_id, payload, metadata, leaf) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_RECEIPT = """
            insert into receipt (actor, idempotency_key, body_hash, command_id, recorded_at, stream, stream_version,
                last_position, events, refused) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /**
     * Where the next event goes, and when the last one was recorded.
     *
     * @param frontier of the tree; shorter than the log when that was begun without one
     */
    record Head(long nextPosition, Instant recordedAt, Frontier frontier) {
        /** The head for events recorded now; a clock that was set back does not make the log run backwards. */
        Head at(Instant now) {
            return new Head(nextPosition, now.isBefore(recordedAt) ? recordedAt : now, frontier);
        }

        /** Whether the tree has every event; that of a log that was begun without one has not, until the next append. */
        boolean wholeTree() {
            return frontier.size() == nextPosition - 1;
        }

        /** The head behind what was recorded at this one. */
        Head grown(Frontier tree) {
            return new Head(tree.size() + 1, recordedAt, tree);
        }
    }

    Head takeHead() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TAKE_HEAD);
                ResultSet result = select.executeQuery()) {
            if (!result.next()) {
                throw new IllegalStateException("the head row of the log is missing");
            }
            return new Head(
                    result.getLong(1), result.getObject(2, OffsetDateTime.class).toInstant(), frontier(result, 3));
        }
    }

    /** As the last append left it. */
    Frontier frontier() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FRONTIER);
                ResultSet result = select.executeQuery()) {
            if (!result.next()) {
                throw new IllegalStateException("the head row of the log is missing");
            }
            return frontier(result, 1);
        }
    }

    private Frontier frontier(ResultSet result, int column) throws SQLException {
        byte[] bytes = result.getBytes(column + 1);
        if (bytes == null) {
            return Frontier.empty(hash);
        }
        String name = result.getString(column + 2);
        if (!hash.name().equals(name)) {
            throw new OtherTreeHashException(name, hash.name());
        }
        return Frontier.stored(hash, result.getLong(column), bytes);
    }

    /** Past the events that the tree has grown by. */
    void moveHead(Head head, Frontier grown) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE_HEAD)) {
            update.setLong(1, grown.size() + 1);
            update.setObject(2, utc(head.recordedAt()));
            update.setLong(3, grown.size());
            update.setBytes(4, grown.bytes());
            update.setString(5, hash.name());
            update.executeUpdate();
        }
    }

    /** The leaves of the rows in their order, the first at the head. */
    static List<Hash> leaves(List<Row> rows, Head head) {
        List<Hash> leaves = new ArrayList<>(rows.size());
        long position = head.nextPosition();
        for (Row row : rows) {
            leaves.add(LeafHash.of(position, row, head.recordedAt()));
            position++;
        }
        return leaves;
    }

    void insertEvents(List<Row> rows, List<Hash> leaves, Head head) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENT)) {
            for (int i = 0; i < rows.size(); i++) {
                set(insert, rows.get(i), head.nextPosition() + i, head.recordedAt(), leaves.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, Row row, long position, Instant recordedAt, Hash leaf)
            throws SQLException {
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
        insert.setBytes(12, leaf.toArray());
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
        insert.setBoolean(10, receipt.refused());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
