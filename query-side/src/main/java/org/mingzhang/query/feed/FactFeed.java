package org.mingzhang.query.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.mingzhang.ledger.follow.Follower;
import org.mingzhang.ledger.follow.HeldRows;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.facts.FactWriter;
import org.mingzhang.query.facts.LiveFacts;
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
    private final Follower follower = new Follower("fact-feed", this::look);
    private boolean closing;
    private long position;
    private Optional<Stop> stop = Optional.empty();
    /** Only the thread that follows uses it. */
    private int most = RUN;

    public FactFeed(DataSource dataSource, EventLog log) {
        this.dataSource = dataSource;
        this.log = log;
    }

    public void start() {
        log.onAppend(follower::wake);
        follower.start();
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
    public Optional<Stop> stopped() {
        lock.lock();
        try {
            return stop;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the facts cover a position; false when they do not in time. */
    public boolean await(long wanted, Duration longest) {
        return await(wanted, longest, false);
    }

    /** The same for somebody who looks at a page: while something stops the feed, waiting would bring nothing. */
    public boolean awaitUnlessStopped(long wanted, Duration longest) {
        return await(wanted, longest, true);
    }

    private boolean await(long wanted, Duration longest, boolean unlessStopped) {
        long nanos = longest.toNanos();
        lock.lock();
        try {
            while (position < wanted && nanos > 0 && !closing && !(unlessStopped && stop.isPresent())) {
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
        follower.close();
    }

    private Duration look() {
        try {
            Duration rest = run() == most ? Duration.ZERO : POLL;
            most = Math.min(RUN, 2 * most);
            return rest;
        } catch (SQLException | RuntimeException | Error e) {
            return failed(e);
        }
    }

    /** Folds one run of events and moves the position in the same transaction; returns how many. */
    private int run() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            HeldRows.notForEver(connection);
            try {
                LiveFacts live = LiveFacts.take(connection);
                List<RecordedEvent> events = log.read(live.position(), most);
                long reached = live.position();
                if (!events.isEmpty()) {
                    writer.write(connection, live.generation(), events);
                    reached = events.getLast().position();
                    new LiveFacts(live.generation(), reached).write(connection);
                }
                connection.commit();
                arrived(reached);
                return events.size();
            } catch (SQLException | RuntimeException | Error e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private void arrived(long reached) {
        lock.lock();
        try {
            position = reached;
            stop = Optional.empty();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Shorter runs first, until everything before the event at fault is folded; returns how long to rest. */
    private Duration failed(Throwable cause) {
        if (most > 1) {
            most = Math.max(1, most / 8);
            return Duration.ZERO;
        }
        lock.lock();
        try {
            Instant since = stop.map(Stop::since).orElseGet(Instant::now);
            if (stop.isEmpty()) {
                LOG.error("the facts stopped after position {}; the same event is tried again", position, cause);
            }
            stop = Optional.of(
                    new Stop(position, since, String.valueOf(cause.getMessage() == null ? cause : cause.getMessage())));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return AFTER_FAILURE;
    }

    /**
     * Why the facts do not follow the log any more.
     *
     * @param position the last event that they cover
     * @param since when the first attempt at the event behind it failed on this node
     */
    public record Stop(long position, Instant since, String reason) {}
}
