package org.mingzhang.query.rebuild;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does what there is to do, on every node; says every few seconds how far it is. */
final class RebuildWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);

    private final FactRebuild rebuild;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Thread thread = new Thread(this::work);
    private boolean running;
    private boolean woken;
    private long lastWords = System.nanoTime();
    private boolean failing;

    RebuildWorker(FactRebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** There is something to do. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            running = true;
            thread = Thread.ofPlatform().name("fact-rebuild").daemon().start(this::work);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        boolean asked = false;
        while (isRunning()) {
            Duration rest = POLL;
            try {
                if (!asked) {
                    rebuild.startWhenFoldChanged();
                    asked = true;
                }
                rest = rebuild.step() ? Duration.ZERO : POLL;
                failing = false;
                words();
            } catch (SQLException | RuntimeException e) {
                rest = AFTER_FAILURE;
                failed(e);
            }
            pause(rest);
        }
    }

    private void failed(Exception cause) {
        if (!failing) {
            LOG.error("making facts again failed; the same piece is tried again", cause);
        }
        failing = true;
    }

    private void words() throws SQLException {
        if (System.nanoTime() - lastWords < BETWEEN_WORDS.toNanos()) {
            return;
        }
        lastWords = System.nanoTime();
        RebuildStatus status = rebuild.status();
        for (RebuildStatus.Known known : status.generations()) {
            Generation generation = known.generation();
            if (GenerationState.WORK.contains(generation.state())) {
                LOG.info(
                        "facts: generation {} is {}, position {} of {}, {} events/s, {} left",
                        generation.number(),
                        generation.state().stored(),
                        generation.position(),
                        status.live().position(),
                        generation.eventsPerSecond(),
                        generation
                                .remaining(status.live().position())
                                .map(left -> left.toSeconds() + " s")
                                .orElse("?"));
            }
        }
    }

    private void pause(Duration rest) {
        long nanos = rest.toNanos();
        lock.lock();
        try {
            while (running && !woken && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            woken = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
