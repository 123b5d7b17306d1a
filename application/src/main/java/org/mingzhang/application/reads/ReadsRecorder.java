package org.mingzhang.application.reads;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.mingzhang.ledger.follow.Follower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Hands what was noticed to the log, behind everybody's back; never waits in the thread of a request. */
final class ReadsRecorder implements SmartLifecycle {
    /** As much as is noticed while the log is away for a while. */
    private static final int WAITING = 10_000;

    private static final int REMEMBERED = 20_000;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(ReadsRecorder.class);

    private final ReadLog reads;
    private final Counter lost;
    private final BlockingQueue<Noticed> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Follower follower = new Follower("reads-recorder", this::look);
    private final AtomicInteger underway = new AtomicInteger();
    /** What was seen of late and need not even be queued. */
    private final Map<Noticed.Likeness, Long> seen = new LinkedHashMap<>();

    private volatile boolean running;
    private boolean failing;

    /** Where a read is kept, once for all its like. */
    @FunctionalInterface
    interface ReadLog {
        void keep(Noticed noticed);
    }

    ReadsRecorder(ReadLog reads, MeterRegistry meters) {
        this.reads = reads;
        this.lost = Counter.builder("mingzhang.reads.lost")
                .description("reads of undisclosed data that could not be recorded")
                .register(meters);
    }

    /** Returns at once, whatever the state of the log is. */
    void notice(Noticed noticed) {
        if (seenOfLate(noticed)) {
            return;
        }
        underway.incrementAndGet();
        if (waiting.offer(noticed)) {
            follower.wake();
        } else {
            underway.decrementAndGet();
            forget(noticed);
            lost.increment();
        }
    }

    /** Whether all that was noticed is kept. */
    boolean settled() {
        return underway.get() == 0;
    }

    @Override
    public void start() {
        running = true;
        follower.start();
    }

    @Override
    public void stop() {
        look();
        running = false;
        follower.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Again after a while: the budget may be in another stage by then. */
    private boolean seenOfLate(Noticed noticed) {
        long now = System.nanoTime();
        synchronized (seen) {
            Long before = seen.get(noticed.likeness());
            if (before != null && now - before < IDLE.toNanos()) {
                return true;
            }
            seen.put(noticed.likeness(), now);
            if (seen.size() > REMEMBERED) {
                seen.remove(seen.keySet().iterator().next());
            }
            return false;
        }
    }

    private void forget(Noticed noticed) {
        synchronized (seen) {
            seen.remove(noticed.likeness());
        }
    }

    private synchronized Duration look() {
        for (Noticed next = waiting.peek(); next != null; next = waiting.peek()) {
            try {
                reads.keep(next);
                failing = false;
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.warn("reads of undisclosed data cannot be recorded at present; they wait", e);
                }
                failing = true;
                return AFTER_FAILURE;
            }
            waiting.remove();
            underway.decrementAndGet();
        }
        return IDLE;
    }
}
