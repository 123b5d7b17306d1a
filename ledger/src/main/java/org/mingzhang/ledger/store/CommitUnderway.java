package org.mingzhang.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The commit that the writer of this process waits for, so that nobody is told what may still be taken back.
 *
 * <p>H2 shows a commit to other connections before its file has it, and forgets it when the file cannot be written.
 * PostgreSQL shows nothing before it is durable; there nobody waits, not even for a standby that is away.
 */
final class CommitUnderway {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicLong failed = new AtomicLong();
    private final Patience patience;

    /** @param patience of whoever waits for a commit */
    CommitUnderway(Patience patience) {
        this.patience = patience;
    }

    /** Commits; throws what the database throws. */
    void commit(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            connection.commit();
            return;
        }
        lock.writeLock().lock();
        try {
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            failed.incrementAndGet();
            throw e;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * What the question answers, as soon as everything that it may have seen is durable.
     *
     * <p>It is asked again when a commit failed meanwhile. A long question keeps no commit waiting. Throws {@link
     * LogUnavailableException} when the commit is held because the disk is full.
     */
    <T> T settled(Supplier<T> question) {
        while (true) {
            long before = failed.get();
            T answer = question.get();
            if (failedUntilNow() == before) {
                return answer;
            }
        }
    }

    /** Waits for the commit that is underway, if there is one. */
    private long failedUntilNow() {
        patience.lock(lock.readLock());
        try {
            return failed.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
