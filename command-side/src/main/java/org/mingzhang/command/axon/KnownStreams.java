package org.mingzhang.command.axon;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.common.caching.Cache;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;

/**
 * States of streams of one kind as the log has them: what was known before is carried on with what has been recorded
 * since.
 *
 * <p>A stream is read from its beginning by one at a time. On a node that has just started, everybody who waits for a
 * long one would otherwise read it, and all of them would be too slow.
 *
 * @param <I> names a stream, which is called as it prints
 * @param <S> what has become of a stream
 */
final class KnownStreams<I, S> {
    private final EventLog log;
    private final Cache seen;
    private final At<S> nothing;
    private final Fold<S> fold;
    private final Map<I, CompletableFuture<At<S>>> firstReadings = new ConcurrentHashMap<>();

    /** @param version of the last event that it knows; -1 when there is none */
    record At<S>(long version, S state) {}

    /** What an event makes of a state. */
    interface Fold<S> {
        S after(S state, RecordedEvent event);
    }

    /**
     * @param seen keeps what was last seen
     * @param nothing the state of a stream without events
     */
    KnownStreams(EventLog log, Cache seen, S nothing, Fold<S> fold) {
        this.log = log;
        this.seen = seen;
        this.nothing = new At<>(-1, nothing);
        this.fold = fold;
    }

    At<S> current(I id) {
        At<S> before = seen.get(id);
        return carriedOn(id, before == null ? firstReading(id) : before);
    }

    private At<S> carriedOn(I id, At<S> before) {
        At<S> known = before;
        for (RecordedEvent event : log.readStream(id.toString(), before.version() + 1)) {
            known = new At<>(event.streamVersion(), fold.after(known.state(), event));
        }
        if (known.version() >= 0) {
            seen.put(id, known);
        }
        return known;
    }

    /** By whoever came first; what was recorded after that one had looked is still to be read. */
    private At<S> firstReading(I id) {
        CompletableFuture<At<S>> own = new CompletableFuture<>();
        CompletableFuture<At<S>> other = firstReadings.putIfAbsent(id, own);
        if (other != null) {
            return awaited(other);
        }
        try {
            At<S> known = carriedOn(id, nothing);
            own.complete(known);
            return known;
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            firstReadings.remove(id);
        }
    }

    private static <S> At<S> awaited(CompletableFuture<At<S>> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
