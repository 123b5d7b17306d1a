package org.mingzhang.query.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the facts up with the log; one at a time over all nodes, because the position row is taken for each run. */
public final class FactFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FactFeed.class);
    private static final int RUN = 1_000;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final EventLog log;
    private final FactWriter writer = new FactWriter();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean woken;
    private boolean closing;
    private long position;
    private Optional<String> failure = Optional.empty();

    public FactFeed(DataSource dataSource, EventLog log) {
        this.dataSource = dataSource;
        this.log = log;
        this.thread = Thread.ofPlatform().name("fact-feed").daemon().unstarted(this::follow);
    }

    public void start() {
        log.onAppend(this::wake);
        thread.start();
    }

    /** The position up to which facts are written, as this node last saw it. */
    public long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** What stops the feed; empty while it runs. */
    public Optional<String> failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the facts cover a position; false when they do not in time. */
    public boolean await(long wanted, Duration longest) {
        long nanos = longest.toNanos();
        lock.lock();
        try {
            while (position < wanted && nanos > 0 && !closing) {
                nanos = changed.awaitNanos(nanos);
            }
            return position >= wanted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (thread.getState() == Thread.State.NEW) {
            return; // something else failed before the start
        }
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        while (true) {
            Duration rest = POLL;
            try {
                int folded = run();
                rest = folded == RUN ? Duration.ZERO : POLL;
            } catch (SQLException | RuntimeException e) {
                stopped(e);
                rest = AFTER_FAILURE;
            }
            if (!pause(rest)) {
                return;
            }
        }
    }

    /** Folds one run of events and moves the position in the same transaction; returns how many. */
    private int run() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Place place = take(connection);
                List<RecordedEvent> events = log.read(place.position, RUN);
                long reached = place.position;
                if (!events.isEmpty()) {
                    writer.write(connection, place.generation, events);
                    reached = events.getLast().position();
                    move(connection, reached);
                }
                connection.commit();
                arrived(reached);
                return events.size();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static Place take(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select generation, position from projection where name = 'facts' for update");
                ResultSet result = select.executeQuery()) {
            if (!result.next()) {
                throw new IllegalStateException("the position row of the facts is missing");
            }
            return new Place(result.getInt(1), result.getLong(2));
        }
    }

    private static void move(Connection connection, long position) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update projection set position = ? where name = 'facts'")) {
            update.setLong(1, position);
            update.executeUpdate();
        }
    }

    private void arrived(long reached) {
        lock.lock();
        try {
            position = reached;
            failure = Optional.empty();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void stopped(Exception cause) {
        lock.lock();
        try {
            if (failure.isEmpty()) {
                LOG.error("the facts stopped after position {}; the same events are tried again", position, cause);
            }
            failure = Optional.of(String.valueOf(cause.getMessage()));
        } finally {
            lock.unlock();
        }
    }

    private boolean pause(Duration rest) {
        long nanos = rest.toNanos();
        lock.lock();
        try {
            while (!woken && !closing && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            woken = false;
            return !closing;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private record Place(int generation, long position) {}
}
