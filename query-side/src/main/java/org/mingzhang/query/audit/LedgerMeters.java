package org.mingzhang.query.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.checkpoint.Recheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How it stands with checkpoints and recheck, for a collector. */
@Configuration(proxyBeanMethods = false)
class LedgerMeters {
    @Bean
    Gauge ledgerRechecked(Recheck recheck, MeterRegistry registry) {
        return Gauge.builder(
                        "mingzhang.ledger.rechecked",
                        () -> recheck.progress().map(Recheck.Progress::events).orElse(0L))
                .description("events that were hashed anew in one round")
                .baseUnit("events")
                .register(registry);
    }

    @Bean
    Gauge ledgerSound(CheckpointKeeper keeper, MeterRegistry registry) {
        return Gauge.builder("mingzhang.ledger.sound", () -> keeper.standing().isSound() ? 1 : 0)
                .description("1 while the log is what its checkpoints say and checkpoints are kept, else 0")
                .register(registry);
    }

    @Bean
    Gauge ledgerCheckpointAge(CheckpointKeeper keeper, MeterRegistry registry) {
        return Gauge.builder(
                        "mingzhang.ledger.checkpoint.age",
                        () -> keeper.standing()
                                .keptAt()
                                .map(at -> (double)
                                        Duration.between(at, Instant.now()).toSeconds())
                                .orElse(Double.NaN))
                .description("time since the last checkpoint was kept")
                .baseUnit("seconds")
                .register(registry);
    }
}
