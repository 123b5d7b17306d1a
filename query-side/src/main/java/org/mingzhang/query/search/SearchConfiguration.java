package org.mingzhang.query.search;

import java.time.Clock;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.CurrentVisitor;
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
    SearchFeed searchFeed(FactReader facts, LineBalances balances, EventLog log, SearchIndex index) {
        return new SearchFeed(facts, balances, log, index);
    }

    @Bean
    Finding finding(SearchIndex index, BudgetShelf shelf, CurrentVisitor visitors, People people, Clock clock) {
        return new Finding(index, shelf, visitors, people, clock);
    }
}
