package org.mingzhang.application.intake;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mingzhang.application.security.PersonOfThisRequest;
import org.mingzhang.command.intake.web.ImportExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;

/** Where imports are worked on. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    /** So many at once, because each may take as much memory as the limits of a workbook allow. */
    private static final int AT_ONCE = 2;

    @Bean(destroyMethod = "close")
    ExecutorService importThreads() {
        return Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().name("import-", 1).factory());
    }

    /** With the person of the request, so that the door for commands still knows whose budget is theirs. */
    @Bean
    ImportExecutor importExecutor(ExecutorService importThreads, PersonOfThisRequest person) {
        Executor signedIn = new DelegatingSecurityContextExecutor(importThreads);
        return work -> signedIn.execute(person.carriedTo(work));
    }
}
