package org.mingzhang.query.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a projection has followed the log on this node, what stops it, and how much it takes on at once.
 *
 * <p>What cannot be followed is never skipped: after a failure shorter runs are tried, until everything before the event at
 * fault is covered, and then that event again and again.
 */
public final class FeedPosition {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPosition.class);

    private final String projection;
    private final int run;
    private final Duration afterFailure;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closing;
    private long position;
    private Optional<FeedStop> stop = Optional.empty();
    /** Only the thread that follows uses it. */
    private int most;

    /**
     * @param projection as the log of the program calls it
     * @param run events that are taken on at once
     */
    public FeedPosition(String projection, int run, Duration afterFailure) {
        this.projection = projection;
        this.run = run;
        this.afterFailure = afterFailure;
        this.most = run;
    }

    /** The last event that is covered, as this node last saw it. */
    public long reached() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Empty while it follows. */
    public Optional<FeedStop> stopped() {
        lock.lock();
        try {
            return stop;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a position is covered; false when it is not in time. */
    public boolean await(long wanted, Duration longest) {
        return await(wanted, longest, false);
    }

    /** The same for somebody who looks at a page: while something stops it, waiting would bring nothing. */
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

    /** How many events the next run may take on. */
    public int most() {
        return most;
    }

    /**
     * A run is done.
     *
     * @return whether there may be more at once
     */
    public boolean arrived(long reached, int events) {
        boolean full = events == most;
        most = Math.min(run, 2 * most);
        lock.lock();
        try {
            position = reached;
            stop = Optional.empty();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return full;
    }

    /** A run failed; returns how long to rest. */
    public Duration failed(Throwable cause) {
        if (most > 1) {
            most = Math.max(1, most / 8);
            return Duration.ZERO;
        }
        lock.lock();
        try {
            Instant since = stop.map(FeedStop::since).orElseGet(Instant::now);
            if (stop.isEmpty() && !closing) {
                LOG.error(
                        "the {} stopped after position {}; the same event is tried again", projection, position, cause);
            }
            stop = Optional.of(new FeedStop(
                    position, since, String.valueOf(cause.getMessage() == null ? cause : cause.getMessage())));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return afterFailure;
    }

    /** Nobody waits any longer. */
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
