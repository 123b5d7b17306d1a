package org.mingzhang.application;

import org.mingzhang.command.axon.KeptReasons;
import org.mingzhang.query.audit.ReasonWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lends the words of the command side to the pages of auditors. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    ReasonWords reasonWords() {
        KeptReasons kept = new KeptReasons();
        return kept::of;
    }
}
