package org.mingzhang.command.intake.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Work that may outlast its request. */
final class ImportJob<T> {
    private final AtomicLong rows = new AtomicLong();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    /** What is done; it tells how many rows it has got through. */
    interface Work<T> {
        T run(AtomicLong rows);
    }

    void run(Work<T> work) {
        try {
            result.complete(work.run(rows));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    long rows() {
        return rows.get();
    }

    boolean failed() {
        return result.isCompletedExceptionally();
    }

    /** The result when it is there in time; what went wrong comes out as it went wrong. */
    Optional<T> within(Duration patience) {
        try {
            return Optional.of(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | CompletionException | CancellationException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }
}
