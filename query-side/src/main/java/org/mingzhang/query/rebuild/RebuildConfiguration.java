package org.mingzhang.query.rebuild;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.feed.FeedPosition;
import org.mingzhang.query.projection.Projection;
import org.mingzhang.query.web.CurrentVisitor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rebuild, its worker, and who asks them. */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {
    @Bean
    Rebuild factRebuild(DataSource dataSource, EventLog log, Clock clock) {
        return Rebuild.ofFacts(dataSource, log, clock);
    }

    @Bean
    Rebuild trailRebuild(DataSource dataSource, EventLog log, Clock clock, Projection trailProjection) {
        return new Rebuild(dataSource, log, clock, trailProjection);
    }

    @Bean
    RebuildWorker rebuildWorker(Rebuild factRebuild) {
        return new RebuildWorker("fact-rebuild", factRebuild);
    }

    /** Its own: facts are not waited for by the trail, of which there are many more rows. */
    @Bean
    RebuildWorker trailRebuildWorker(Rebuild trailRebuild) {
        return new RebuildWorker("trail-rebuild", trailRebuild);
    }

    @Bean
    RebuildDesk rebuildDesk(
            Rebuild factRebuild,
            Rebuild trailRebuild,
            RebuildWorker rebuildWorker,
            RebuildWorker trailRebuildWorker,
            FactFeed feed,
            FeedPosition trailPosition,
            EventLog log,
            CurrentVisitor visitors) {
        return new RebuildDesk(
                Map.of(RebuildDesk.FACTS, factRebuild, RebuildDesk.TRAIL, trailRebuild),
                Map.of(RebuildDesk.FACTS, feed.feed(), RebuildDesk.TRAIL, trailPosition),
                Map.of(RebuildDesk.FACTS, rebuildWorker, RebuildDesk.TRAIL, trailRebuildWorker),
                log,
                visitors);
    }

    @Bean
    HealthIndicator rebuildHealthIndicator(Rebuild factRebuild) {
        return new RebuildHealth(factRebuild);
    }

    @Bean
    HealthIndicator trailRebuildHealthIndicator(Rebuild trailRebuild) {
        return new RebuildHealth(trailRebuild);
    }
}
