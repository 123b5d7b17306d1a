package org.mingzhang.application.users;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says at the start how one signs in: with a demo account, or by making the first administrator. */
@Component
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final DemoAccounts demo;
    private final FirstAdministrator first;
    private final AccountDirectory directory;
    private final boolean sample;

    Welcome(
            DemoAccounts demo,
            FirstAdministrator first,
            AccountDirectory directory,
            @Value("${mingzhang.sample:true}") boolean sample) {
        this.demo = demo;
        this.first = first;
        this.directory = directory;
        this.sample = sample;
    }

    @EventListener
    @Order(0)
    void ready(ApplicationReadyEvent event) {
        if (sample) {
            demo.open();
        } else {
            demo.close();
        }
        List<String> people = demo.lines();
        if (!people.isEmpty()) {
            LOG.info(
                    "演示账号，仅供演示 / Demo accounts, for the demo only (login, password):\n  {}",
                    String.join("\n  ", people));
        }
        if (directory.nobodyCanSignIn()) {
            LOG.info(
                    "请在 24 小时内打开此一次性链接创建管理员 / Open this one-time link within 24 hours to make the administrator:\n  {}",
                    "http://localhost:" + port(event) + "/setup/" + first.issue());
        }
    }

    private static int port(ApplicationReadyEvent event) {
        return event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
    }
}
