package org.mingzhang.query.rebuild;

import java.time.Clock;
import javax.sql.DataSource;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.feed.FeedPosition;
import org.mingzhang.query.web.CurrentVisitor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rebuild, its worker, and who asks them. */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {
    @Bean
    FactRebuild factRebuild(DataSource dataSource, EventLog log, Clock clock) {
        return new FactRebuild(dataSource, log, clock);
    }

    @Bean
    RebuildWorker rebuildWorker(FactRebuild rebuild) {
        return new RebuildWorker(rebuild);
    }

    @Bean
    RebuildDesk rebuildDesk(
            FactRebuild rebuild,
            RebuildWorker worker,
            FactFeed feed,
            FeedPosition trailPosition,
            EventLog log,
            CurrentVisitor visitors) {
        return new RebuildDesk(rebuild, worker, feed, trailPosition, log, visitors);
    }

    @Bean
    HealthIndicator rebuildHealthIndicator(FactRebuild rebuild) {
        return new RebuildHealth(rebuild);
    }
}
