package org.mingzhang.application;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What Axon's own configuration misses on Spring Boot 4. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {
    /**
     * Axon names Spring Boot 3 classes when it looks for Spring's transactions, finds none and silently does without;
     * whatever of Axon asks for transactions gets the real ones.
     */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }
}
