package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The small questions that are asked of the log inside a transaction. */
record LogReads(Connection connection) {
    /** The order names the whole index, because H2 would otherwise read every version of the stream. */
    private static final String LAST_VERSION = """
            select stream_version from event_log where stream = ?
            order by stream desc, stream_version desc fetch first 1 rows only""";

    long streamVersion(String stream) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST_VERSION)) {
            select.setString(1, stream);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getLong(1) : -1;
            }
        }
    }

    Optional<Receipt> receipt(String actor, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select body_hash, command_id, stream, stream_version, last_position, events, refused
                from receipt
                where actor = ? and idempotency_key = ?""")) {
            select.setString(1, actor);
            select.setString(2, key);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(receipt(result)) : Optional.empty();
            }
        }
    }

    private static Receipt receipt(ResultSet result) throws SQLException {
        return new Receipt(
                Bytes.of(result.getBytes(1)),
                result.getObject(2, UUID.class),
                result.getString(3),
                result.getLong(4),
                result.getLong(5),
                result.getInt(6),
                result.getBoolean(7));
    }
}
