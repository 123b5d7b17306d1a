package org.mingzhang.query.audit;

import org.mingzhang.query.facts.PostingTrail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What explanations are read from. */
@Configuration(proxyBeanMethods = false)
class ExplanationConfiguration {
    @Bean
    PostingTrail postingTrail(JdbcClient jdbc) {
        return new PostingTrail(jdbc);
    }
}
