package org.mingzhang.application.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/** So many clients at once, each doing the next thing as soon as the last is answered. */
final class Load {
    private static final double NANOS = 1e9;

    private Load() {}

    /**
     * Things per second.
     *
     * @param client makes what client number n does again and again
     */
    static double perSecond(int clients, double seconds, IntFunction<Runnable> client) {
        run(clients, seconds / 2, client);
        return run(clients, seconds, client);
    }

    private static double run(int clients, double seconds, IntFunction<Runnable> client) {
        LongAdder done = new LongAdder();
        long began = System.nanoTime();
        long end = began + (long) (seconds * NANOS);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Runnable work = client.apply(i);
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        work.run();
                        done.increment();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return done.sum() * NANOS / (System.nanoTime() - began);
    }
}
