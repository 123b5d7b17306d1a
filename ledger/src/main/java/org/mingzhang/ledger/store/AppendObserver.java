package org.mingzhang.ledger.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Somebody who wants to know how fast the log is written, without being part of it.
 *
 * <p>Is called from several threads and must return at once. What it throws is written down and harms no append.
 */
public interface AppendObserver {
    /** For whoever does not measure. */
    AppendObserver NOBODY = new AppendObserver() {
        @Override
        public void answered(Optional<Appended> answer, Duration waited) {}

        @Override
        public void written(int requests, Duration took) {}
    };

    /**
     * A request was answered.
     *
     * @param answer empty when the log was not available
     * @param waited from the moment the request was handed in, as whoever handed it in felt it
     */
    void answered(Optional<Appended> answer, Duration waited);

    /**
     * The writer is through with what was queued, durable or not.
     *
     * @param took from the moment it took them from the queue
     */
    void written(int requests, Duration took);
}
