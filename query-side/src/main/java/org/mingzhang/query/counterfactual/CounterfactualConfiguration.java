package org.mingzhang.query.counterfactual;

import org.mingzhang.query.facts.DisclosureTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What replays without documents are made from. */
@Configuration(proxyBeanMethods = false)
class CounterfactualConfiguration {
    @Bean
    CounterfactualRuns counterfactualRuns(WithoutDocuments histories, DisclosureTables tables) {
        return new CounterfactualRuns(histories, replayed -> Found.of(tables.templates(), replayed));
    }
}
