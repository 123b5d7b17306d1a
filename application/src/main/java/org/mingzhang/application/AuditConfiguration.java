package org.mingzhang.application;

import org.mingzhang.application.users.Account;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.command.axon.KeptReasons;
import org.mingzhang.query.audit.ReasonWords;
import org.mingzhang.query.trail.Principals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lends the words of the command side and the names of people to the pages of auditors. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    Principals principals(AccountDirectory accounts) {
        return login -> accounts.find(login).map(Account::displayName);
    }

    @Bean
    ReasonWords reasonWords() {
        KeptReasons kept = new KeptReasons();
        return kept::of;
    }
}
