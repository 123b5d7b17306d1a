package org.mingzhang.query.funds;

import org.mingzhang.query.facts.FactReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of funds are made from. */
@Configuration(proxyBeanMethods = false)
class FundsConfiguration {
    @Bean
    FundsShelf fundsShelf(FactReader facts) {
        return new FundsShelf(facts);
    }
}
