package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.mingzhang.ledger.proof.EventLeaf;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeHash;

/** Rows of the log hashed anew from what they say, beside the hash that is stored with them. */
public final class RehashedRows {
    private static final String ROWS = """
            select position, event_id, stream, stream_version, name, version, recorded_at, actor, command_id, payload,
                metadata, leaf from event_log where position > ? and position <= ? order by position""";

    /** Payloads may be large; only so many are in memory at once. */
    private static final int FETCH = 100;

    private final DataSource dataSource;
    private final TreeHash hash;

    public RehashedRows(DataSource dataSource, TreeHash hash) {
        this.hash = hash;
        this.dataSource = dataSource;
    }

    /** One row. */
    public record Rehashed(long position, Hash stored, Hash computed) {}

    /** Those that are there after a position up to another one, in order. */
    public List<Rehashed> between(long after, long upTo) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false); // without a transaction PostgreSQL sends all rows at once
            try (PreparedStatement select = connection.prepareStatement(ROWS)) {
                select.setFetchSize(FETCH);
                select.setLong(1, after);
                select.setLong(2, upTo);
                try (ResultSet row = select.executeQuery()) {
                    List<Rehashed> rows = new ArrayList<>();
                    while (row.next()) {
                        rows.add(rehashed(row));
                    }
                    return rows;
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be read", e);
        }
    }

    private Rehashed rehashed(ResultSet row) throws SQLException {
        Instant recordedAt = row.getObject(7, OffsetDateTime.class).toInstant();
        EventLeaf leaf = new EventLeaf(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getInt(6),
                ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt),
                row.getString(8),
                row.getObject(9, UUID.class),
                hash.ofBytes(row.getBytes(10)),
                hash.ofBytes(row.getBytes(11)));
        return new Rehashed(row.getLong(1), hash.of(row.getBytes(12)), leaf.hash());
    }
}
