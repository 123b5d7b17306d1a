package org.mingzhang.ledger.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final long PATIENCE_SECONDS = 30;

    private final Semaphore looks = new Semaphore(0);

    @Test
    void it_looks_once_and_again_when_it_is_woken() throws InterruptedException {
        try (Follower follower = new Follower("test", this::counted)) {
            follower.start();
            assertThat(looked()).isTrue();
            follower.wake();
            assertThat(looked()).isTrue();
            assertThat(looks.tryAcquire()).as("nobody woke it since").isFalse();
        }
    }

    @Test
    void without_a_rest_it_looks_again_at_once() throws InterruptedException {
        try (Follower follower = new Follower("test", () -> {
            looks.release();
            return Duration.ZERO;
        })) {
            follower.start();
            assertThat(looks.tryAcquire(100, PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void who_wakes_it_during_a_look_is_not_forgotten() throws InterruptedException {
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (Follower follower = new Follower("test", () -> {
            within.countDown();
            awaited(mayEnd);
            return counted();
        })) {
            follower.start();
            within.await();
            follower.wake();
            mayEnd.countDown();
            assertThat(looks.tryAcquire(2, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void it_is_not_woken_before_its_least_rest_is_over_but_closed_at_once() throws InterruptedException {
        try (Follower follower = new Follower("test", LONG, this::counted)) {
            follower.start();
            assertThat(looked()).isTrue();
            follower.wake();
        }
        assertThat(looks.tryAcquire()).isFalse();
    }

    @Test
    void what_was_never_started_can_be_closed() {
        new Follower("test", this::counted).close();
        assertThat(looks.tryAcquire()).isFalse();
    }

    @Test
    void whatever_it_meets_it_looks_again() throws InterruptedException {
        AtomicInteger troubles = new AtomicInteger();
        try (Follower follower = new Follower("test", () -> {
            looks.release();
            if (troubles.incrementAndGet() == 1) {
                throw new StackOverflowError("planted");
            }
            return LONG;
        })) {
            follower.start();
            assertThat(looked()).isTrue();
            follower.wake();
            assertThat(looked()).as("after the trouble").isTrue();
        }
    }

    private Duration counted() {
        looks.release();
        return LONG;
    }

    private boolean looked() throws InterruptedException {
        return looks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
