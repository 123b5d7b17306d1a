package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.ledger.codec.EventCodec;

/** Appends a batch of requests in one transaction on a connection of its own. */
final class BatchAppend {
    private static final String TAKE_HEAD = "select next_position, recorded_at from log_head where id = 1 for update";
    private static final String MOVE_HEAD = "update log_head set next_position = ?, recorded_at = ? where id = 1";
    private static final String INSERT_EVENT = """
            insert into event_log (position, event_id, stream, stream_version, name, version, recorded_at, actor,
                command_id, payload, metadata, leaf) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_RECEIPT = """
            insert into receipt (actor, idempotency_key, body_hash, command_id, recorded_at, stream, stream_version,
                last_position, events) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;
    private final EventCodec codec;

    BatchAppend(DataSource dataSource, EventCodec codec) {
        this.dataSource = dataSource;
        this.codec = codec;
    }

    /** Answers in the order of the requests; throws {@link LogUnavailableException} when nothing was recorded. */
    List<Appended> append(List<Append> requests) {
        boolean committing = false;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Appended> answers = write(connection, requests);
                committing = true;
                connection.commit();
                return answers;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            return unavailable(requests, committing, e);
        }
    }

    /** After a failed commit the receipts tell what happened; a request without one is never sent again blindly. */
    private List<Appended> unavailable(List<Append> requests, boolean committing, SQLException cause) {
        LogUnavailableException failure = new LogUnavailableException("the log could not be written", cause);
        if (!committing) {
            throw failure;
        }
        List<Appended> answers = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            for (Append request : requests) {
                Receipt receipt = new LogReads(connection)
                        .receipt(request.claim().actor(), request.claim().key())
                        .filter(found ->
                                found.commandId().equals(request.claim().commandId()))
                        .orElseThrow(() -> failure);
                answers.add(new Appended.Recorded(receipt));
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
            throw failure;
        }
        return answers;
    }

    private List<Appended> write(Connection connection, List<Append> requests) throws SQLException {
        Head head = takeHead(connection);
        Admission admission = new Admission(new LogReads(connection), head.nextPosition - 1);
        List<Appended> answers = new ArrayList<>(requests.size());
        List<Row> rows = new ArrayList<>();
        List<Append> admitted = new ArrayList<>();
        for (Append request : requests) {
            Appended answer = admission.admit(request);
            answers.add(answer);
            if (answer instanceof Appended.Recorded) {
                admitted.add(request);
                rows.addAll(rows(request));
            }
        }
        insertEvents(connection, rows, head);
        insertReceipts(connection, admitted, answers, head.recordedAt);
        moveHead(connection, head, rows.size());
        return answers;
    }

    private List<Row> rows(Append request) {
        java.util.Map<String, Long> versions = new java.util.HashMap<>(request.expectedVersions());
        List<Row> rows = new ArrayList<>(request.events().size());
        for (NewEvent event : request.events()) {
            EventName name = EventName.of(event.envelope().message());
            rows.add(new Row(
                    event.eventId(),
                    event.stream(),
                    versions.merge(event.stream(), 1L, Long::sum),
                    name.name(),
                    name.version(),
                    event.envelope().actor().login(),
                    event.envelope().commandId(),
                    Bytes.of(codec.payload(event.envelope().message())),
                    Bytes.of(codec.metadata(event.envelope()))));
        }
        return rows;
    }

    private static Head takeHead(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TAKE_HEAD);
                ResultSet result = select.executeQuery()) {
            if (!result.next()) {
                throw new IllegalStateException("the head row of the log is missing");
            }
            Instant last = result.getObject(2, OffsetDateTime.class).toInstant();
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            return new Head(result.getLong(1), now.isBefore(last) ? last : now);
        }
    }

    private static void moveHead(Connection connection, Head head, int events) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE_HEAD)) {
            update.setLong(1, head.nextPosition + events);
            update.setObject(2, at(head.recordedAt));
            update.executeUpdate();
        }
    }

    private static void insertEvents(Connection connection, List<Row> rows, Head head) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENT)) {
            long position = head.nextPosition;
            for (Row row : rows) {
                insert.setLong(1, position);
                insert.setObject(2, row.eventId());
                insert.setString(3, row.stream());
                insert.setLong(4, row.streamVersion());
                insert.setString(5, row.name());
                insert.setInt(6, row.version());
                insert.setObject(7, at(head.recordedAt));
                insert.setString(8, row.actor());
                insert.setObject(9, row.commandId());
                insert.setBytes(10, row.payload().toArray());
                insert.setBytes(11, row.metadata().toArray());
                insert.setBytes(12, LeafHash.of(position, row, head.recordedAt));
                insert.addBatch();
                position++;
            }
            insert.executeBatch();
        }
    }

    private static void insertReceipts(
            Connection connection, List<Append> admitted, List<Appended> answers, Instant recordedAt)
            throws SQLException {
        List<Receipt> receipts = answers.stream()
                .filter(Appended.Recorded.class::isInstance)
                .map(answer -> ((Appended.Recorded) answer).receipt())
                .toList();
        if (receipts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_RECEIPT)) {
            for (int i = 0; i < receipts.size(); i++) {
                Receipt receipt = receipts.get(i);
                insert.setString(1, admitted.get(i).claim().actor());
                insert.setString(2, admitted.get(i).claim().key());
                insert.setBytes(3, receipt.bodyHash().toArray());
                insert.setObject(4, receipt.commandId());
                insert.setObject(5, at(recordedAt));
                insert.setString(6, receipt.stream());
                insert.setLong(7, receipt.streamVersion());
                insert.setLong(8, receipt.lastPosition());
                insert.setInt(9, receipt.events());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private record Head(long nextPosition, Instant recordedAt) {}
}
