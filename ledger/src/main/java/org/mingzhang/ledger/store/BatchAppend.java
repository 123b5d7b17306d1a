package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.Hash;

/** Appends a batch of requests in one transaction on a connection of its own (READ COMMITTED, as both databases do). */
final class BatchAppend {
    private final DataSource dataSource;
    private final EventCodec codec;
    private final InstantSource clock;

    BatchAppend(DataSource dataSource, EventCodec codec, InstantSource clock) {
        this.dataSource = dataSource;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * Answers in the order of the requests, all of them durable.
     *
     * <p>Throws {@link LogUnavailableException} when no request can be served now, and {@link SpoiledBatchException}
     * when nothing was recorded because of one of these requests.
     */
    List<Appended> append(List<Append> requests) {
        Attempt attempt = attempt(requests);
        attempt.failedCommit.ifPresent(failure -> settle(attempt.answers, requests, failure));
        return attempt.answers;
    }

    /** What was answered, if the commit really happened. */
    private record Attempt(List<Appended> answers, Optional<SQLException> failedCommit) {}

    private Attempt attempt(List<Append> requests) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            List<Appended> answers = written(connection, requests);
            return new Attempt(answers, committed(connection));
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be written", e);
        }
    }

    private static Optional<SQLException> committed(Connection connection) {
        try {
            connection.commit();
            return Optional.empty();
        } catch (SQLException e) {
            rolledBack(connection, e);
            return Optional.of(e);
        }
    }

    private List<Appended> written(Connection connection, List<Append> requests) throws SQLException {
        LogWrites writes = new LogWrites(connection);
        LogWrites.Head head = writes.takeHead().at(clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            return write(connection, writes, head, requests);
        } catch (SQLException | RuntimeException e) {
            boolean alive = rolledBack(connection, e);
            throw alive
                    ? new SpoiledBatchException(e)
                    : new LogUnavailableException("the log went away while it was written", e);
        }
    }

    private List<Appended> write(Connection connection, LogWrites writes, LogWrites.Head head, List<Append> requests)
            throws SQLException {
        Admission admission = new Admission(new LogReads(connection), head.nextPosition() - 1);
        List<Appended> answers = new ArrayList<>(requests.size());
        for (Append request : requests) {
            answers.add(admission.admit(request));
        }
        List<Row> rows = new ArrayList<>();
        admission.admitted().forEach(one -> rows.addAll(rows(one)));
        List<Hash> leaves = writes.insertEvents(rows, head);
        writes.insertReceipts(admission.admitted(), head.recordedAt());
        if (!leaves.isEmpty()) {
            TreeRows tree = new TreeRows(connection);
            writes.moveHead(head, tree.grown(tree.caughtUp(head.frontier(), head.nextPosition() - 1), leaves));
        }
        return answers;
    }

    /**
     * After a failed commit the receipts tell what happened. The head is taken first: a commit that the server still
     * works on holds it, so that what is seen then is final.
     */
    private void settle(List<Appended> answers, List<Append> requests, SQLException failure) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            new LogWrites(connection).takeHead();
            boolean recorded = recorded(new LogReads(connection), answers, requests);
            connection.rollback();
            if (!recorded) {
                throw new SpoiledBatchException(failure);
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
            throw new LogUnavailableException("whether the log was written is not known", failure);
        }
    }

    private static boolean recorded(LogReads reads, List<Appended> answers, List<Append> requests) throws SQLException {
        for (int i = 0; i < answers.size(); i++) {
            Append.Claim claim = requests.get(i).claim();
            if (answers.get(i) instanceof Appended.Recorded
                    && reads.receipt(claim.actor(), claim.key())
                            .filter(found -> found.commandId().equals(claim.commandId()))
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private List<Row> rows(Admission.Admitted one) {
        Iterator<Long> versions = one.versions().iterator();
        return Stream.of(one.request().events(), one.request().notes())
                .flatMap(List::stream)
                .map(event -> row(event, versions.next()))
                .toList();
    }

    private Row row(NewEvent event, long version) {
        EventName name = EventName.of(event.envelope().message());
        return new Row(
                event.eventId(),
                event.stream(),
                version,
                name.name(),
                name.version(),
                event.envelope().actor().login(),
                event.envelope().commandId(),
                Bytes.of(codec.payload(event.envelope().message())),
                Bytes.of(codec.metadata(event.envelope())));
    }

    private static boolean rolledBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
            return connection.isValid(5);
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return false;
        }
    }
}
