package org.mingzhang.ledger.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/**
 * Waits as long as it takes, but for no database that holds what is written to it because its disk is full: that can take
 * days. Interrupts do not end it.
 *
 * @param held whether the database does so now
 */
record Patience(BooleanSupplier held) {
    /** How often whoever waits asks whether it is worth it. */
    private static final long ASKING_MILLIS = 250;

    /** With a database that never holds anything. */
    static final Patience ENDLESS = new Patience(() -> false);

    /** One attempt; answers whether what was waited for is there. */
    private interface Attempt {
        boolean within(long millis) throws InterruptedException;
    }

    /** Takes the lock. Throws {@link LogUnavailableException} when the database is held. */
    void lock(Lock lock) {
        await(millis -> lock.tryLock(millis, TimeUnit.MILLISECONDS), "the disk of the log is full");
    }

    /**
     * What comes of it, or what it fails with, as {@link CompletableFuture#join}. Throws {@link LogUnavailableException}
     * when the database is held: nobody knows then what comes of it.
     */
    <T> T answer(CompletableFuture<T> answer) {
        await(millis -> isThere(answer, millis), "the disk of the log is full: whether it was recorded is not known");
        return answer.join();
    }

    private static boolean isThere(CompletableFuture<?> answer, long millis) throws InterruptedException {
        try {
            answer.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private void await(Attempt attempt, String inVain) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (attempt.within(ASKING_MILLIS)) {
                        return;
                    }
                    if (held.getAsBoolean()) {
                        throw new LogUnavailableException(inVain, new TimeoutException());
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
