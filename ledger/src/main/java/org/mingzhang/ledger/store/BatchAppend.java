package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.mingzhang.ledger.proof.Frontier;
import org.mingzhang.ledger.proof.Hash;
import org.mingzhang.ledger.proof.TreeHash;

/** Appends a batch of requests in one transaction on a connection of its own (READ COMMITTED, as both databases do). */
final class BatchAppend {
    private final DataSource dataSource;
    private final InstantSource clock;
    private final CommitUnderway commit;
    private final TreeHash hash;
    private final StreamVersions versions = new StreamVersions();

    BatchAppend(DataSource dataSource, InstantSource clock, CommitUnderway commit, TreeHash hash) {
        this.hash = hash;
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
    private record Written(List<Appended> answers, LogWrites.Head head, Map<String, Long> versions) {}

    private Attempt attempt(List<EncodedAppend> requests, boolean lookUp) {
        try (Connection connection = dataSource.getConnection()) {
            Optional<Attempt> swift = lookUp ? Optional.empty() : swift(connection, requests);
            if (swift.isPresent()) {
                return swift.get();
            }
            connection.setAutoCommit(false);
            Written written = written(connection, requests, lookUp);
            return attempted(written, committed(connection));
        } catch (SQLException e) {
            throw new LogUnavailableException("the log could not be written", e);
        }
    }

    private Attempt attempted(Written written, Optional<SQLException> failed) {
        if (failed.isEmpty()) {
            versions.left(written.head, written.versions);
        } else {
            versions.forget();
        }
        return new Attempt(written.answers, failed);
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
        LogWrites writes = new LogWrites(connection, hash);
        LogWrites.Head head = writes.takeHead().at(now());
        try {
            return write(connection, writes, head, requests, lookUp);
        } catch (SQLException | RuntimeException e) {
            throw undone(connection, e);
        }
    }

    private RuntimeException undone(Connection connection, Exception cause) {
        versions.forget();
        return rolledBack(connection, cause)
                ? new SpoiledBatchException(cause)
                : new LogUnavailableException("the log went away while it was written", cause);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Decides on what is remembered of the head and lets the database say whether that was right; empty, with nothing
     * changed, when it was not or nothing is remembered.
     *
     * <p>The statement is a transaction by itself, so that its answer is that of the commit: one way to the server and
     * back, in which nobody else waits for the head while this process does something else or nothing any more.
     */
    private Optional<Attempt> swift(Connection connection, List<EncodedAppend> requests) throws SQLException {
        Optional<LogWrites.Head> left = versions.head();
        if (left.filter(LogWrites.Head::wholeTree).isEmpty() || !OneStatement.understoodBy(connection)) {
            return Optional.empty();
        }
        connection.setAutoCommit(true);
        LogWrites.Head head = left.get().at(now());
        try {
            Admission admission = new Admission(new LogReads(connection), versions, false, head.nextPosition() - 1);
            List<Appended> answers = answers(admission, requests);
            List<Row> rows = rows(admission);
            if (rows.isEmpty() || rows.size() > OneStatement.MOST_ROWS) {
                return Optional.empty();
            }
            List<Hash> leaves = LogWrites.leaves(rows, head);
            List<Frontier.Kept> nodes = new ArrayList<>();
            Frontier grown = head.frontier().with(leaves, nodes::add);
            return swift(
                    connection,
                    new OneStatement.Contents(head, rows, leaves, grown, nodes, admission.admitted()),
                    new Written(answers, head.grown(grown), admission.versions()));
        } catch (SQLException | RuntimeException e) {
            throw undone(connection, e);
        }
    }

    private Optional<Attempt> swift(Connection connection, OneStatement.Contents contents, Written written)
            throws SQLException {
        try {
            boolean recorded = new OneStatement(connection).append(contents);
            return recorded ? Optional.of(attempted(written, Optional.empty())) : Optional.empty();
        } catch (SQLException e) {
            if (OneStatement.refusedBy(connection, e)) {
                throw e;
            }
            return Optional.of(attempted(written, Optional.of(e)));
        }
    }

    private Written write(
            Connection connection, LogWrites writes, LogWrites.Head head, List<EncodedAppend> requests, boolean lookUp)
            throws SQLException {
        versions.at(head.nextPosition());
        Admission admission = new Admission(new LogReads(connection), versions, lookUp, head.nextPosition() - 1);
        List<Appended> answers = answers(admission, requests);
        List<Row> rows = rows(admission);
        List<Hash> leaves = LogWrites.leaves(rows, head);
        writes.insertEvents(rows, leaves, head);
        writes.insertReceipts(admission.admitted(), head.recordedAt());
        if (leaves.isEmpty()) {
            return new Written(answers, head, admission.versions());
        }
        TreeRows tree = new TreeRows(connection, hash);
        Frontier grown = tree.grown(tree.caughtUp(head.frontier(), head.nextPosition() - 1), leaves);
        writes.moveHead(head, grown);
        return new Written(answers, head.grown(grown), admission.versions());
    }

    private static List<Appended> answers(Admission admission, List<EncodedAppend> requests) throws SQLException {
        List<Appended> answers = new ArrayList<>(requests.size());
        for (EncodedAppend request : requests) {
            answers.add(admission.admit(request));
        }
        return answers;
    }

    private static List<Row> rows(Admission admission) {
        return admission.admitted().stream().flatMap(one -> one.rows().stream()).toList();
    }

    /**
     * After a failed commit the receipts tell what happened. The head is taken first: a commit that the server still
     * works on holds it, so that what is seen then is final. A statement that commits by itself and has not come to the
     * head yet finds it moved by the next attempt and does nothing, or is found by that attempt's question.
     */
    private void settle(List<Appended> answers, List<EncodedAppend> requests, SQLException failure) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            new LogWrites(connection, hash).takeHead();
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
            // the whole receipt: another node may have recorded the same command, or another one under the same key
            if (answers.get(i) instanceof Appended.Recorded own
                    && reads.receipt(claim.actor(), claim.key())
                            .filter(own.receipt()::equals)
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean rolledBack(Connection connection, Exception cause) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            return connection.isValid(5);
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return false;
        }
    }
}
