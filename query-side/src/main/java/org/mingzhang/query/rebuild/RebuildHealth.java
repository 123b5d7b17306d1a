package org.mingzhang.query.rebuild;

import java.sql.SQLException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says when live and replayed rows were last proved equal; down while they are known to differ, or a piece fails. */
final class RebuildHealth implements HealthIndicator {
    private final Rebuild rebuild;

    RebuildHealth(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public Health health() {
        try {
            RebuildStatus status = rebuild.status();
            Health.Builder health = status.generations().stream()
                    .flatMap(known -> known.generation().failure().stream())
                    .findFirst()
                    .map(why -> Health.down().withDetail("failure", why))
                    .orElseGet(Health::up);
            status.different()
                    .ifPresent(found -> health.down()
                            .withDetail("differentRows", found.different())
                            .withDetail("firstDifference", found.first().orElse("")));
            health.withDetail("generation", status.live().generation());
            status.provedEqual()
                    .ifPresent(equal -> health.withDetail("provedEqualAtPosition", equal.position())
                            .withDetail(
                                    "provedEqualAt",
                                    equal.finished().map(Object::toString).orElse("")));
            return health.build();
        } catch (SQLException e) {
            return Health.down(e).build();
        }
    }
}
