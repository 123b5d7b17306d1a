package org.mingzhang.query.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.facts.Beginnings;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.EveryBudget;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.ReadableBudgets;
import org.mingzhang.query.facts.RecordedClock;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feed and what reads from it. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    @Bean
    FactFeed factFeed(DataSource dataSource, EventLog log) {
        return new FactFeed(dataSource, log);
    }

    @Bean
    FeedLifecycle feedLifecycle(FactFeed feed) {
        return new FeedLifecycle(feed);
    }

    @Bean
    HealthIndicator factsHealthIndicator(FactFeed feed, EventLog log) {
        return new FeedHealth(feed.feed(), log);
    }

    @Bean
    Gauge factsLag(FactFeed feed, EventLog log, MeterRegistry registry) {
        return Gauge.builder("mingzhang.facts.lag", () -> log.head() - feed.position())
                .description("events that the facts do not cover yet")
                .register(registry);
    }

    @Bean
    FactsAsOf factsAsOf(FactReader facts, EventLog log) {
        return new FactsAsOf(facts, log);
    }

    @Bean
    EarlierFold earlierFold(JdbcClient jdbc) {
        return new EarlierFold(jdbc);
    }

    @Bean
    RecordedClock recordedClock(JdbcClient jdbc) {
        return new RecordedClock(jdbc);
    }

    @Bean
    FactReader factReader(JdbcClient jdbc) {
        return new FactReader(jdbc);
    }

    @Bean
    DisclosureTables disclosureTables(FactReader facts, TableCatalogue catalogue) {
        return new DisclosureTables(facts, catalogue);
    }

    @Bean
    ReadableBudgets readableBudgets(FactReader facts) {
        return new ReadableBudgets(facts);
    }

    @Bean
    Beginnings beginnings(JdbcClient jdbc, FactReader facts, FactsAsOf asOf) {
        return new Beginnings(jdbc, facts, asOf);
    }

    @Bean
    EveryBudget everyBudget(JdbcClient jdbc, FactReader facts) {
        return new EveryBudget(jdbc, facts);
    }
}
