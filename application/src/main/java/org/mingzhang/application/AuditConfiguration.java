package org.mingzhang.application;

import org.mingzhang.application.users.Account;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.command.axon.KeptReasons;
import org.mingzhang.command.web.ChangesSince;
import org.mingzhang.query.audit.ReasonWords;
import org.mingzhang.query.trail.SinceVersion;
import org.mingzhang.query.web.Principals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lends the words of the command side and the names of people to the pages of auditors. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    Principals principals(AccountDirectory accounts) {
        return login -> accounts.find(login).map(Account::displayName);
    }

    /** Lends the sentences of the trail to whoever comes second on the command side. */
    @Bean
    ChangesSince changesSince(SinceVersion since) {
        return (stream, version, locale) -> {
            SinceVersion.Said said = since.of(stream, version, locale);
            return new ChangesSince.Told(said.sentences(), Math.toIntExact(said.more()));
        };
    }

    @Bean
    ReasonWords reasonWords() {
        KeptReasons kept = new KeptReasons();
        return kept::of;
    }
}
