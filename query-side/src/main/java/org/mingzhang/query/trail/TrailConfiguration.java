package org.mingzhang.query.trail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.audit.AuditScope;
import org.mingzhang.query.audit.ReasonWords;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.RecordedClock;
import org.mingzhang.query.feed.FeedHealth;
import org.mingzhang.query.feed.FeedPosition;
import org.mingzhang.query.projection.Projection;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.Principals;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The postings of the trail, what follows the log for them, and who asks. */
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {
    @Bean
    Projection trailProjection() {
        return new TrailProjection();
    }

    @Bean
    TrailFeed trailFeed(DataSource dataSource, EventLog log) {
        return new TrailFeed(dataSource, log);
    }

    @Bean
    FeedPosition trailPosition(TrailFeed feed) {
        return feed.feed();
    }

    @Bean
    HealthIndicator trailHealthIndicator(TrailFeed feed, EventLog log) {
        return new FeedHealth(feed.feed(), log);
    }

    @Bean
    Gauge trailLag(TrailFeed feed, EventLog log, MeterRegistry registry) {
        return Gauge.builder(
                        "mingzhang.trail.lag", () -> log.head() - feed.feed().reached())
                .description("events that the audit trail does not find yet")
                .register(registry);
    }

    @Bean
    TrailTellings trailTellings(
            JdbcClient jdbc, EventCodec codec, MessageSource messages, ReasonWords reasons, Principals principals) {
        return new TrailTellings(jdbc, new ActNotes(jdbc, codec), messages, reasons, principals);
    }

    @Bean
    SinceVersion sinceVersion(
            EventLog log, FactReader facts, JdbcClient jdbc, TrailTellings tellings, CurrentVisitor visitors) {
        return new SinceVersion(log, facts, new LineBalances(jdbc, anybody -> true), tellings, visitors);
    }

    @Bean
    RefusedAttempts refusedAttempts(JdbcClient jdbc, EventLog log, TrailFeed feed, TrailTellings tellings) {
        return new RefusedAttempts(new TrailIndex(jdbc, log), feed, tellings);
    }

    @Bean
    TrailDesk trailDesk(
            JdbcClient jdbc,
            EventLog log,
            TrailFeed feed,
            RecordedClock clock,
            AuditScope scope,
            TrailTellings tellings,
            ListInstant instant) {
        return new TrailDesk(log, new TrailIndex(jdbc, log), feed, clock, scope, tellings, instant);
    }
}
