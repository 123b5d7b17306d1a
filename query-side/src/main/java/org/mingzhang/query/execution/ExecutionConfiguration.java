package org.mingzhang.query.execution;

import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.web.WaitingWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of execution are made from. */
@Configuration(proxyBeanMethods = false)
class ExecutionConfiguration {
    @Bean
    LineBalances lineBalances(JdbcClient jdbc) {
        return new LineBalances(jdbc);
    }

    @Bean
    OpenDocuments openDocuments(FactReader facts, AdjustmentShelf shelf) {
        return new OpenDocuments(facts, shelf);
    }

    @Bean
    WaitingWork waitingAdjustments(OpenDocuments documents) {
        return new WaitingAdjustments(documents);
    }

    @Bean
    AdjustmentShelf adjustmentShelf(FactReader facts) {
        return new AdjustmentShelf(facts);
    }
}
