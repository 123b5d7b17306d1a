package org.mingzhang.query.search;

import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.facts.Beginnings;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.ListsThen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index, what fills it and who asks it. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean(destroyMethod = "")
    SearchIndex searchIndex() {
        return new SearchIndex();
    }

    @Bean
    SearchFeed searchFeed(
            FactReader facts, LineBalances balances, Beginnings beginnings, EventLog log, SearchIndex index) {
        return new SearchFeed(facts, balances, beginnings, log, index);
    }

    @Bean
    Finding finding(SearchIndex index, ListsThen lists, ListInstant instant, CurrentVisitor visitors, People people) {
        return new Finding(index, lists, instant, visitors, people);
    }
}
