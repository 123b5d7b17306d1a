package org.mingzhang.query.controls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mingzhang.ledger.store.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Proves the controls when somebody asks, one run at a time, and remembers what came of the last; for this node only. */
@Component
class ControlRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ControlRuns.class);

    private final EventLog log;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long position;
    private volatile Optional<Done> last = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();

    ControlRuns(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** A run that came to its end. */
    record Done(ControlProof proof, Instant at, Duration took) {}

    /**
     * How it stands.
     *
     * @param position how far the run has come
     * @param failure why the last run came to no end
     */
    record Standing(boolean running, long position, long head, Optional<Done> last, Optional<String> failure) {}

    /** One more run, if none is under way. */
    void start() {
        if (running.compareAndSet(false, true)) {
            position = 0;
            Thread.ofPlatform().name("controls").daemon().start(this::run);
        }
    }

    private void run() {
        long began = System.nanoTime();
        try {
            ControlProof proof = WholeLog.proved(log, at -> position = at);
            last = Optional.of(new Done(proof, clock.instant(), Duration.ofNanos(System.nanoTime() - began)));
            failure = Optional.empty();
        } catch (RuntimeException e) {
            LOG.error("the controls could not be proved after position {}", position, e);
            failure = Optional.of(String.valueOf(e.getMessage()));
        } finally {
            running.set(false);
        }
    }

    Standing standing() {
        return new Standing(running.get(), position, log.head(), last, failure);
    }
}
