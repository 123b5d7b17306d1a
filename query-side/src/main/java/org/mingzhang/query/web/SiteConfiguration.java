package org.mingzhang.query.web;

import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Language, and pages that know what their reader has just written. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {
    @Bean
    LocaleResolver localeResolver() {
        return new SiteLanguage();
    }

    /** Beside whatever else is done to links and forms, such as the token of forms that write. */
    @Bean
    static BeanPostProcessor keptInstant() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor others ? new KeptInstant(others) : bean;
            }
        };
    }

    @Bean
    WebMvcConfigurer siteInterceptors(
            LocaleResolver localeResolver, FactFeed feed, EventLog log, CurrentVisitor visitors) {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, GridFormat.class, GridFormat::of);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LanguageChoice(localeResolver));
                registry.addInterceptor(new ReadYourWrites(feed, log, visitors));
            }
        };
    }
}
