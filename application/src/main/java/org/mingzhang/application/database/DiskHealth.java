package org.mingzhang.application.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the embedded database cannot be written; says since when and why. */
@Component("databaseDisk")
final class DiskHealth implements HealthIndicator {
    @Override
    public Health health() {
        return PatientDisk.held()
                .map(held -> Health.down()
                        .withDetail("since", held.since().toString())
                        .withDetail("failure", held.reason()))
                .orElseGet(Health::up)
                .build();
    }
}
