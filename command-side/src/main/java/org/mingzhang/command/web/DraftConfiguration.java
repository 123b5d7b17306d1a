package org.mingzhang.command.web;

import org.mingzhang.command.drafts.AdjustmentDrafts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects the forms with the drafts. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {
    @Bean
    DraftsOfForms draftsOfForms(AdjustmentDrafts drafts) {
        return drafts::submitted;
    }
}
