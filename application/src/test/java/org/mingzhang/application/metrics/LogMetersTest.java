package org.mingzhang.application.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.ledger.store.Appended;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.Receipt;

class LogMetersTest {
    private static final Duration WAITED = Duration.ofMillis(3);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LogMeters meters = new LogMeters(registry);

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "refused", "repeated", "key-reused", "conflict", "unavailable"})
    void what_never_happened_is_a_zero_and_not_a_gap(String outcome) {
        assertThat(answers(outcome).count()).isZero();
    }

    @Test
    void each_answer_is_counted_by_what_became_of_the_request() {
        meters.answered(Optional.of(new Appended.Recorded(receipt(3, false))), WAITED);
        meters.answered(Optional.of(new Appended.Recorded(receipt(2, false))), WAITED);
        meters.answered(Optional.of(new Appended.Recorded(receipt(0, true))), WAITED);
        meters.answered(Optional.of(new Appended.Repeated(receipt(3, false))), WAITED);
        meters.answered(Optional.of(new Appended.KeyReused(receipt(3, false))), WAITED);
        meters.answered(Optional.of(new Appended.Conflict("411200-103-2025", 4, 5)), WAITED);
        meters.answered(Optional.empty(), WAITED);

        assertThat(answers("recorded").count()).isEqualTo(2);
        assertThat(answers("recorded").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(6);
        assertThat(answers("refused").count()).isEqualTo(1);
        assertThat(answers("repeated").count()).isEqualTo(1);
        assertThat(answers("key-reused").count()).isEqualTo(1);
        assertThat(answers("conflict").count()).isEqualTo(1);
        assertThat(answers("unavailable").count()).isEqualTo(1);
    }

    @Test
    void events_are_counted_when_they_are_recorded_and_not_when_they_are_repeated() {
        meters.answered(Optional.of(new Appended.Recorded(receipt(3, false))), WAITED);
        meters.answered(Optional.of(new Appended.Repeated(receipt(3, false))), WAITED);

        assertThat(registry.get("mingzhang.log.events").counter().count()).isEqualTo(3);
    }

    @Test
    void a_write_tells_how_many_requests_shared_it_and_how_long_it_took() {
        meters.written(1, Duration.ofMillis(2));
        meters.written(15, Duration.ofMillis(4));

        var batch = registry.get("mingzhang.log.batch").summary();
        assertThat(batch.count()).isEqualTo(2);
        assertThat(batch.mean()).isEqualTo(8);
        assertThat(registry.get("mingzhang.log.write").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(6);
    }

    private Timer answers(String outcome) {
        return registry.get("mingzhang.log.append").tag("outcome", outcome).timer();
    }

    private static Receipt receipt(int events, boolean refused) {
        return new Receipt(Bytes.of(new byte[32]), new UUID(0, 1), "411200-103-2025", events, events, events, refused);
    }
}
