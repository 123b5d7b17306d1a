package org.mingzhang.application;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks itself for the first pages that a person asks for, and ends ({@code mingzhang.rehearsal}).
 *
 * <p>The launcher and the container image record such a start for the JVM's start-up cache: what is shown on the way is
 * loaded faster ever after.
 */
@Component
@ConditionalOnBooleanProperty("mingzhang.rehearsal")
class Rehearsal {
    private static final List<String> FIRST_PAGES = List.of(
            "/", "/budgets/411200-103-2025", "/budgets/411200-103-2025/tables/3", "/sign-in", "/actuator/health");

    private final ConfigurableApplicationContext context;

    Rehearsal(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Integer.MAX_VALUE)
    void askAndEnd() throws IOException, InterruptedException {
        String address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String page : FIRST_PAGES) {
                URI uri = URI.create(address + page);
                client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
            }
        }
        context.close();
    }
}
