package org.mingzhang.query.audit;

import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when the log is no longer what a checkpoint outside the database says it was. */
@Component("ledgerHealthIndicator")
final class LedgerHealth implements HealthIndicator {
    private final CheckpointKeeper keeper;

    LedgerHealth(CheckpointKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public Health health() {
        return keeper.broken()
                .map(why -> Health.down().withDetail("broken", why).build())
                .orElseGet(() -> Health.up()
                        .withDetail("origin", keeper.verifier().name())
                        .withDetail("keyMadeAtEvents", keeper.keyMadeAt())
                        .build());
    }
}
