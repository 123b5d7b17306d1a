package org.mingzhang.query.search;

import java.time.Duration;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.facts.Beginnings;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.FactsAsOf;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.ListsThen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The index, what fills it and who asks it. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean(destroyMethod = "")
    SearchIndex searchIndex() {
        return new SearchIndex();
    }

    @Bean
    TheirEntries theirEntries(FactReader facts, FactsAsOf asOf, JdbcClient jdbc, Beginnings beginnings) {
        return new TheirEntries(facts, asOf, new LineBalances(jdbc, anybody -> true), beginnings);
    }

    @Bean
    SearchFeed searchFeed(FactReader facts, TheirEntries entries, EventLog log, SearchIndex index) {
        return new SearchFeed(facts, entries, log, index);
    }

    @Bean
    IndexThen indexThen(TheirEntries entries, SearchFeed feed, SearchIndex index) {
        return new IndexThen(entries, feed, index, Duration.ofSeconds(3));
    }

    @Bean
    Finding finding(
            SearchIndex index,
            IndexThen then,
            ListsThen lists,
            ListInstant instant,
            CurrentVisitor visitors,
            People people) {
        return new Finding(index, then, lists, instant, visitors, people);
    }
}
