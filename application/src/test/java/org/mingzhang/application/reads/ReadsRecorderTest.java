package org.mingzhang.application.reads;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;

/** Nobody waits because it is recorded who read. */
class ReadsRecorderTest {
    @Test
    void a_log_that_stands_still_keeps_no_request_waiting() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ReadsRecorder recorder = new ReadsRecorder(noticed -> await(gone), meters);
        recorder.start();
        long began = System.nanoTime();
        for (int at = 0; at < 12_000; at++) {
            recorder.notice(read("p" + at));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(meters.get("mingzhang.reads.lost").counter().count()).isBetween(1_990.0, 2_000.0);
        gone.countDown();
        settled(recorder);
        recorder.stop();
    }

    @Test
    void what_cannot_be_kept_now_is_kept_later_and_once() throws InterruptedException {
        AtomicBoolean away = new AtomicBoolean(true);
        List<Noticed> kept = Collections.synchronizedList(new ArrayList<>());
        ReadsRecorder recorder = new ReadsRecorder(
                noticed -> {
                    if (away.get()) {
                        throw new IllegalStateException("the log is away");
                    }
                    kept.add(noticed);
                },
                new SimpleMeterRegistry());
        recorder.start();
        recorder.notice(read("wang.min"));
        recorder.notice(read("wang.min"));
        assertThat(recorder.settled()).isFalse();
        away.set(false);
        settled(recorder);
        assertThat(kept).containsExactly(read("wang.min"));
        recorder.stop();
    }

    private static void settled(ReadsRecorder recorder) throws InterruptedException {
        for (int at = 0; at < 600 && !recorder.settled(); at++) {
            Thread.sleep(20);
        }
        assertThat(recorder.settled()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Noticed read(String login) {
        return new Noticed(
                new Actor(login, "王敏", Role.DEPARTMENT_FINANCE, Optional.empty()),
                LocalDate.of(2025, 2, 5),
                "411200-103-2025",
                false,
                "/prepare/411200-103-2025",
                Origin.WITHIN);
    }
}
