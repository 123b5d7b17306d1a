package org.mingzhang.application.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Requests are counted by their routes, all of them, and never by an address that somebody made up. */
class RequestMetersTest {
    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void addresses_that_somebody_made_up_make_no_meters() {
        Browsing anybody = new Browsing(application.address());
        Browsing officer = new Browsing(application.address()).as("caiwu", "mingzhang-demo");
        for (int at = 100; at < 160; at++) {
            for (String made : new String[] {
                "/nothing/" + at,
                "/budgets/411200-" + at + "-2025",
                "/api/none" + at,
                "/assets/none" + at,
                "/sign-in;a=" + at
            }) {
                anybody.get(made);
                HttpResponse<String> answer = officer.get(made);
                assertThat(answer.statusCode()).isBetween(200, 499);
            }
        }
        assertThat(uris()).noneMatch(uri -> uri.matches(".*1[0-5]\\d.*")).hasSizeLessThan(20);
    }

    @Test
    void there_is_room_for_every_route() {
        int routes = application
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toSet())
                .size();
        int room = application
                .context()
                .getEnvironment()
                .getRequiredProperty("management.metrics.web.server.max-uri-tags", Integer.class);
        assertThat(routes).isGreaterThan(100).isLessThan(room - 100);
    }

    private static Set<String> uris() {
        return application.context().getBean(MeterRegistry.class).find("http.server.requests").timers().stream()
                .map(timer -> timer.getId().getTag("uri"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
