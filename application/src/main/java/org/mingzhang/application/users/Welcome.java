package org.mingzhang.application.users;

import java.util.List;
import org.mingzhang.kernel.value.Role;
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
    private final boolean sample;

    Welcome(DemoAccounts demo, FirstAdministrator first, @Value("${mingzhang.sample:true}") boolean sample) {
        this.demo = demo;
        this.first = first;
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
        for (Role office : first.vacant()) {
            LOG.info(
                    "请在 24 小时内打开此一次性链接创建{} / Open this one-time link within 24 hours to make the {}:\n  {}",
                    office.label(),
                    office == Role.ADMINISTRATOR ? "system administrator" : "security administrator",
                    "http://localhost:" + port(event) + "/setup/" + first.issue(office));
        }
    }

    private static int port(ApplicationReadyEvent event) {
        return event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
    }
}
