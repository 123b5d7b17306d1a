package org.mingzhang.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.mingzhang.ledger.codec.EventCodec;

/**
 * The one writer of a node: takes whatever queued up during the last commit as the next batch, and never waits for more.
 *
 * <p>A request that conflicts or repeats is answered alone. A batch that fails is tried again one by one, so that one
 * bad request cannot spoil the others.
 */
final class LogWriter implements AutoCloseable {
    private static final int LARGEST_BATCH = 256;

    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final BatchAppend batch;
    private final Runnable appended;
    private final Thread thread;
    private volatile boolean closing;

    LogWriter(DataSource dataSource, EventCodec codec, Runnable appended) {
        this.batch = new BatchAppend(dataSource, codec);
        this.appended = appended;
        this.thread = Thread.ofPlatform().name("log-writer").daemon().unstarted(this::run);
        thread.start();
    }

    CompletableFuture<Appended> submit(Append append) {
        Pending pending = new Pending(append, new CompletableFuture<>());
        queue.add(pending);
        if (closing) {
            refuseRest();
        }
        return pending.answer;
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseRest();
    }

    private void run() {
        while (!closing) {
            try {
                List<Pending> pending = new ArrayList<>();
                pending.add(queue.take());
                queue.drainTo(pending, LARGEST_BATCH - 1);
                write(pending);
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private void write(List<Pending> pending) {
        try {
            List<Appended> answers =
                    batch.append(pending.stream().map(Pending::append).toList());
            for (int i = 0; i < pending.size(); i++) {
                pending.get(i).answer.complete(answers.get(i));
            }
            appended.run();
        } catch (RuntimeException e) {
            if (pending.size() == 1) {
                pending.getFirst().answer.completeExceptionally(e);
            } else {
                pending.forEach(one -> write(List.of(one)));
            }
        }
    }

    private void refuseRest() {
        List<Pending> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(one -> one.answer.completeExceptionally(
                new LogUnavailableException("the log is closing", new IllegalStateException())));
    }

    private record Pending(Append append, CompletableFuture<Appended> answer) {}
}
