package org.mingzhang.ledger.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.TreeHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a node: takes whatever queued up during the last commit as the next batch, and never waits for more.
 *
 * <p>A request that conflicts or repeats is answered alone. A batch that is spoiled is tried again with a question for
 * each receipt, and then one by one, so that one bad request cannot harm the others. Whatever goes wrong is the answer to somebody: the thread goes on.
 */
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final int LARGEST_BATCH = 256;
    private static final long LONGEST_CLOSING_MILLIS = 30_000;

    /** Ends the queue. The thread is never interrupted: that would close H2's files under everybody. */
    private static final Pending LAST = new Pending(
            new EncodedAppend(
                    new Append(
                            List.of(),
                            Map.of(),
                            new Append.Claim("log", "last", Bytes.of(new byte[0]), new UUID(0, 0), "log")),
                    List.of()),
            new CompletableFuture<>());

    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final EventCodec codec;
    private final TreeHash hash;
    private final BatchAppend batch;
    private final Runnable appended;
    private final AppendObserver observer;
    private final Thread thread;
    private volatile boolean closing;

    LogWriter(BatchAppend batch, EventCodec codec, TreeHash hash, Runnable appended, AppendObserver observer) {
        this.codec = codec;
        this.hash = hash;
        this.observer = observer;
        this.batch = batch;
        this.appended = appended;
        this.thread = Thread.ofPlatform().name("log-writer").daemon().unstarted(this::run);
        thread.start();
    }

    CompletableFuture<Appended> submit(Append append) {
        Pending pending = new Pending(EncodedAppend.of(append, codec, hash), new CompletableFuture<>());
        queue.add(pending);
        if (closing && !thread.isAlive()) {
            refuseRest();
        }
        return pending.answer;
    }

    /** What is queued is still written. */
    @Override
    public void close() {
        closing = true;
        queue.add(LAST);
        try {
            thread.join(LONGEST_CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseRest();
    }

    private void run() {
        boolean last = false;
        while (!last) {
            List<Pending> pending = next();
            last = pending.remove(LAST);
            if (!pending.isEmpty()) {
                long began = System.nanoTime();
                answerAll(pending);
                tell(pending.size(), Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }

    /** Whatever happens, nobody waits for ever. */
    private void answerAll(List<Pending> pending) {
        try {
            write(pending, false);
        } catch (RuntimeException | Error e) {
            LOG.error("the writer of the log had trouble and goes on", e);
            pending.forEach(one -> one.answer.completeExceptionally(
                    new LogUnavailableException("whether the request was recorded is not known", e)));
        }
    }

    private List<Pending> next() {
        List<Pending> pending = new ArrayList<>();
        try {
            pending.add(queue.take());
            queue.drainTo(pending, LARGEST_BATCH - 1);
        } catch (InterruptedException e) {
            LOG.warn("somebody interrupted the writer of the log; it goes on", e);
        }
        return pending;
    }

    /** Hardly any request was answered before, so that is looked up only when the database says so. */
    private void write(List<Pending> pending, boolean lookUp) {
        try {
            List<Appended> answers =
                    batch.append(pending.stream().map(Pending::append).toList(), lookUp);
            for (int i = 0; i < pending.size(); i++) {
                pending.get(i).answer.complete(answers.get(i));
            }
        } catch (LogUnavailableException e) {
            pending.forEach(one -> one.answer.completeExceptionally(e));
        } catch (RuntimeException | Error e) {
            afterTrouble(pending, lookUp, e);
        }
    }

    private void afterTrouble(List<Pending> pending, boolean lookedUp, Throwable trouble) {
        if (!lookedUp) {
            write(pending, true);
        } else if (pending.size() > 1) {
            pending.forEach(one -> write(List.of(one), true));
        } else {
            pending.getFirst()
                    .answer
                    .completeExceptionally(new LogUnavailableException("the request could not be recorded", trouble));
        }
    }

    private void tell(int requests, Duration took) {
        try {
            appended.run();
            observer.written(requests, took);
        } catch (RuntimeException | Error e) {
            LOG.error("who listens to the log failed", e);
        }
    }

    private void refuseRest() {
        List<Pending> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(one -> one.answer.completeExceptionally(
                new LogUnavailableException("the log is closed", new IllegalStateException())));
    }

    private record Pending(EncodedAppend append, CompletableFuture<Appended> answer) {}
}
