package org.mingzhang.ledger.follow;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does the same again and again: as soon as it is woken, or after a rest. */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(10);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final Look look;
    private final Duration least;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private boolean closing;

    /** @param look is called by one thread only */
    public Follower(String name, Look look) {
        this(name, Duration.ZERO, look);
    }

    /** @param least rests so long after each look, whoever wakes it */
    public Follower(String name, Duration least, Look look) {
        this.look = look;
        this.least = least;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::follow);
    }

    /** What is done again and again; sees to its own failures. */
    @FunctionalInterface
    public interface Look {
        /** How long to rest if nobody wakes it. */
        Duration look();
    }

    public void start() {
        thread.start();
    }

    /** There is something to look at; returns at once. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets a look that has begun come to its end. */
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
            thread.join(LONGEST_CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        Duration rest;
        do {
            rest = looked();
        } while (goesOnAfter(rest));
    }

    /** A thread that ended would be missed by nobody: whatever it meets, it looks again. */
    private Duration looked() {
        try {
            return look.look();
        } catch (RuntimeException | Error e) {
            LOG.error("{} had trouble and goes on", thread.getName(), e);
            return AFTER_TROUBLE;
        }
    }

    private boolean goesOnAfter(Duration longest) {
        lock.lock();
        try {
            rest(least, false);
            rest(longest, true);
            woken = false;
            return !closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void rest(Duration longest, boolean wakeable) throws InterruptedException {
        long nanos = longest.toNanos();
        while (!closing && nanos > 0 && !(wakeable && woken)) {
            nanos = changed.awaitNanos(nanos);
        }
    }
}
