package org.mingzhang.query.feed;

import org.mingzhang.ledger.store.EventLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a projection is stopped at an event; says at which position and how far behind it is. */
public final class FeedHealth implements HealthIndicator {
    private final FeedPosition feed;
    private final EventLog log;

    public FeedHealth(FeedPosition feed, EventLog log) {
        this.feed = feed;
        this.log = log;
    }

    @Override
    public Health health() {
        long position = feed.reached();
        Health.Builder health = feed.stopped()
                .map(stop -> Health.down()
                        .withDetail("failure", stop.reason())
                        .withDetail("since", stop.since().toString()))
                .orElseGet(Health::up);
        return health.withDetail("position", position)
                .withDetail("behind", log.head() - position)
                .build();
    }
}
