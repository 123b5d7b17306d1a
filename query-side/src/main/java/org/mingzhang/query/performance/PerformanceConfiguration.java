package org.mingzhang.query.performance;

import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.facts.MoneySinceTargets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of performance are made from. */
@Configuration(proxyBeanMethods = false)
class PerformanceConfiguration {
    @Bean
    FigureReader figureReader(FactReader facts, FactsAsOf asOf, DisclosureTables tables, JdbcClient jdbc) {
        return new FigureReader(facts, asOf, tables, new LineBalances(jdbc, anybody -> true));
    }

    @Bean
    TargetFindings targetFindings(JdbcClient jdbc, FactsAsOf asOf) {
        return new TargetFindings(new MoneySinceTargets(jdbc, asOf));
    }
}
