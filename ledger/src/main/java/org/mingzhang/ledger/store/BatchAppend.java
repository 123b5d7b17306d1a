package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.mingzhang.ledger.proof.Hash;

/** Appends a batch of requests in one transaction on a connection of its own (READ COMMITTED, as both databases do). */
final class BatchAppend {
    private final DataSource dataSource;
    private final InstantSource clock;
    private final CommitUnderway commit;
    private final StreamVersions versions = new StreamVersions();

    BatchAppend(DataSource dataSource, InstantSource clock, CommitUnderway commit) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.commit = commit;
    }

    /**
     * Answers in the order of the requests, all of them durable.
     *
     * <p>Throws {@link LogUnavailableException} when no request can be served now, and {@link SpoiledBatchException}
     * when nothing was recorded because of one of these requests.
     *
     * @param lookUp whether to ask for each request if it was answered before; otherwise the database refuses a second
     *     receipt, and with it the batch
     */
    List<Appended> append(List<EncodedAppend> requests, boolean lookUp) {
        Attempt attempt = attempt(requests, lookUp);
        attempt.failedCommit.ifPresent(failure -> settle(attempt.answers, requests, failure));
        return attempt.answers;
    }

    /** What was answered, if the commit really happened. */
    private record Attempt(List<Appended> answers, Optional<SQLException> failedCommit) {}

    /** What was answered, and where the log stands if the commit happens. */
    private record Written(List<Appended> answers, long head, Map<String, Long> versions) {}

    private Attempt attempt(List<EncodedAppend> requests, boolean lookUp) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Written written = written(connection, requests, lookUp);
            Optional<SQLException> failed = committed(connection);
            if (failed.isEmpty()) {
                versions.left(written.head, written.versions);
            }
            return new Attempt(written.answers, failed);
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be written", e);
        }
    }

    private Optional<SQLException> committed(Connection connection) {
        try {
            commit.commit(connection);
            return Optional.empty();
        } catch (SQLException e) {
            rolledBack(connection, e);
            return Optional.of(e);
        }
    }

    private Written written(Connection connection, List<EncodedAppend> requests, boolean lookUp) throws SQLException {
        LogWrites writes = new LogWrites(connection);
        LogWrites.Head head = writes.takeHead().at(clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            return write(connection, writes, head, requests, lookUp);
        } catch (SQLException | RuntimeException e) {
            boolean alive = rolledBack(connection, e);
            throw alive
                    ? new SpoiledBatchException(e)
                    : new LogUnavailableException("the log went away while it was written", e);
        }
    }

    private Written write(
            Connection connection, LogWrites writes, LogWrites.Head head, List<EncodedAppend> requests, boolean lookUp)
            throws SQLException {
        versions.at(head.nextPosition());
        Admission admission = new Admission(new LogReads(connection), versions, lookUp, head.nextPosition() - 1);
        List<Appended> answers = new ArrayList<>(requests.size());
        for (EncodedAppend request : requests) {
            answers.add(admission.admit(request));
        }
        List<Row> rows = new ArrayList<>();
        admission.admitted().forEach(one -> rows.addAll(one.rows()));
        List<Hash> leaves = writes.insertEvents(rows, head);
        writes.insertReceipts(admission.admitted(), head.recordedAt());
        if (!leaves.isEmpty()) {
            TreeRows tree = new TreeRows(connection);
            writes.moveHead(head, tree.grown(tree.caughtUp(head.frontier(), head.nextPosition() - 1), leaves));
        }
        return new Written(answers, head.nextPosition() + leaves.size(), admission.versions());
    }

    /**
     * After a failed commit the receipts tell what happened. The head is taken first: a commit that the server still
     * works on holds it, so that what is seen then is final.
     */
    private void settle(List<Appended> answers, List<EncodedAppend> requests, SQLException failure) {
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

    private static boolean recorded(LogReads reads, List<Appended> answers, List<EncodedAppend> requests)
            throws SQLException {
        for (int i = 0; i < answers.size(); i++) {
            Append.Claim claim = requests.get(i).request().claim();
            if (answers.get(i) instanceof Appended.Recorded
                    && reads.receipt(claim.actor(), claim.key())
                            .filter(found -> found.commandId().equals(claim.commandId()))
                            .isEmpty()) {
                return false;
            }
        }
        return true;
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
