package org.mingzhang.query.audit;

import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.checkpoint.NoCheckpointException;
import org.mingzhang.ledger.checkpoint.Recheck;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when the log is no longer what checkpoints outside the database say it was, or when none is kept any more. */
@Component("ledgerHealthIndicator")
final class LedgerHealth implements HealthIndicator {
    private final CheckpointKeeper keeper;
    private final Recheck recheck;

    LedgerHealth(CheckpointKeeper keeper, Recheck recheck) {
        this.keeper = keeper;
        this.recheck = recheck;
    }

    @Override
    public Health health() {
        CheckpointKeeper.Standing standing = keeper.standing();
        Health.Builder health = standing.isSound() ? Health.up() : Health.down();
        return health.withDetails(details(standing)).build();
    }

    private Map<String, Object> details(CheckpointKeeper.Standing standing) {
        Map<String, Object> details = new TreeMap<>();
        standing.broken().ifPresent(why -> details.put("broken", why));
        standing.trouble().ifPresent(why -> details.put("trouble", why));
        standing.keptAt().ifPresent(at -> details.put("checkpointAt", at.toString()));
        recheck.progress().ifPresent(progress -> {
            details.put("recheckedEvents", progress.events());
            details.put("recheckedAt", progress.at().toString());
        });
        details.put("checkpointEvents", standing.events());
        details.put("overdue", standing.overdue());
        details.put("keyMadeAtEvents", keeper.keyMadeAt());
        try {
            details.put("origin", keeper.verifier().name());
        } catch (NoCheckpointException e) {
            details.put("origin", "none");
        }
        return details;
    }
}
