package org.mingzhang.application.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.ledger.store.AppendObserver;
import org.mingzhang.ledger.store.Appended;
import org.springframework.stereotype.Component;

/**
 * How the log is written, as meters.
 *
 * <p>Each outcome is a meter of its own from the start, so that a conflict or a failure that never happened is a zero
 * and not a gap.
 */
@Component
final class LogMeters implements AppendObserver {
    /** Where an operator would draw a line: a commit on a good disk, one that is felt, one that is a trouble. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final Map<Outcome, Timer> answers = new EnumMap<>(Outcome.class);
    private final Timer writes;
    private final DistributionSummary batch;
    private final Counter events;

    LogMeters(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            answers.put(
                    outcome,
                    Timer.builder("mingzhang.log.append")
                            .description("from handing a request to the log until its answer")
                            .tag("outcome", outcome.tag)
                            .serviceLevelObjectives(BOUNDS)
                            .register(registry));
        }
        writes = Timer.builder("mingzhang.log.write")
                .description("one transaction of the log's writer, from the queue to the commit")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
        batch = DistributionSummary.builder("mingzhang.log.batch")
                .description("requests that were written together")
                .baseUnit("requests")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
                .register(registry);
        events = Counter.builder("mingzhang.log.events")
                .description("events recorded by this node, notes not counted")
                .baseUnit("events")
                .register(registry);
    }

    @Override
    public void answered(Optional<Appended> answer, Duration waited) {
        Outcome outcome = answer.map(Outcome::of).orElse(Outcome.UNAVAILABLE);
        Objects.requireNonNull(answers.get(outcome)).record(waited);
        if (answer.orElse(null) instanceof Appended.Recorded(var receipt)) {
            events.increment(receipt.events());
        }
    }

    @Override
    public void written(int requests, Duration took) {
        writes.record(took);
        batch.record(requests);
    }

    /** What became of a request, as operators count it. */
    private enum Outcome {
        RECORDED("recorded"),
        REFUSED("refused"),
        REPEATED("repeated"),
        KEY_REUSED("key-reused"),
        CONFLICT("conflict"),
        UNAVAILABLE("unavailable");

        private final String tag;

        Outcome(String tag) {
            this.tag = tag;
        }

        static Outcome of(Appended answer) {
            return switch (answer) {
                case Appended.Recorded recorded -> recorded.receipt().refused() ? REFUSED : RECORDED;
                case Appended.Repeated repeated -> REPEATED;
                case Appended.KeyReused reused -> KEY_REUSED;
                case Appended.Conflict conflict -> CONFLICT;
            };
        }
    }
}
