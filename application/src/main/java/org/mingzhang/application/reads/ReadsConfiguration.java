package org.mingzhang.application.reads;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.web.CurrentVisitor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What notices reads of undisclosed data, and what records them. */
@Configuration(proxyBeanMethods = false)
class ReadsConfiguration {
    @Bean
    ReadsRecorder readsRecorder(EventLog log, FactReader facts, MeterRegistry meters) {
        return new ReadsRecorder(new ReadsOfBudgets(log, facts), meters);
    }

    @Bean
    WebMvcConfigurer noticesReads(CurrentVisitor visitors, ReadsRecorder recorder, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ReadingNotice(visitors, recorder, clock));
            }
        };
    }
}
