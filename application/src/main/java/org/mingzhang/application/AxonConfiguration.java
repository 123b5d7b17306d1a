package org.mingzhang.application;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What Axon's own configuration leaves open on Spring Boot 4. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {
    /**
     * Axon asks to be configured after two classes of Spring Boot 3; on 4 it is a matter of chance whether it comes
     * after Spring's transactions or finds none and silently does without. This does not leave it to chance.
     */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }
}
