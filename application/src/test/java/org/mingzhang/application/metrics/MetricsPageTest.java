package org.mingzhang.application.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.rebuild.Rebuild;

/** The figures of a running application, as a collector asks for them. */
class MetricsPageTest {
    private static final String PASSWORD = "a long password";
    private static final String FIGURES = "/actuator/prometheus";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2025"))
                .prepared();
        account("collector", Role.ADMINISTRATOR);
        account("auditor", Role.AUDITOR);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_collector_reads_append_latency_batch_size_and_lag_with_an_administrators_password() throws Exception {
        HttpResponse<String> answer = as("collector", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body().lines())
                .anyMatch(line -> line.matches("mingzhang_log_append_seconds_count\\{outcome=\"recorded\"} [1-9].*"))
                .anyMatch(line -> line.matches("mingzhang_log_append_seconds_count\\{outcome=\"conflict\"} 0"))
                .anyMatch(line ->
                        line.matches("mingzhang_log_append_seconds_bucket\\{outcome=\"recorded\",le=\"0.1\"} .+"))
                .anyMatch(line -> line.matches("mingzhang_log_batch_requests_count [1-9].*"))
                .anyMatch(line -> line.matches("mingzhang_log_write_seconds_count [1-9].*"))
                .anyMatch(line -> line.matches("mingzhang_log_events_total [1-9].*"))
                .anyMatch(line -> line.matches("mingzhang_facts_lag [0-9.]+"));
    }

    @Test
    void a_collector_reads_how_fast_facts_are_made_again() throws Exception {
        assertThat(as("collector", PASSWORD).body().lines())
                .anyMatch(line -> line.matches("mingzhang_facts_rebuild_speed NaN"))
                .anyMatch(line -> line.matches("mingzhang_facts_rebuild_left NaN"))
                .anyMatch(line -> line.matches("mingzhang_trail_rebuild_speed NaN"))
                .anyMatch(line -> line.matches("mingzhang_trail_rebuild_left NaN"));
        Rebuild rebuild = application.context().getBean("factRebuild", Rebuild.class);
        int number = rebuild.start("collector");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(as("collector", PASSWORD).body().lines())
                        .anyMatch(line -> line.matches("mingzhang_facts_rebuild_speed [1-9][0-9.E]*"))
                        .anyMatch(line -> line.matches("mingzhang_facts_rebuild_left 0.0")));
        rebuild.remove(number);
    }

    @Test
    void figures_name_neither_budgets_nor_people() throws Exception {
        assertThat(as("collector", PASSWORD).body()).doesNotContain("411200").doesNotContain("collector");
    }

    @Test
    void nobody_but_administrators_sees_them() throws Exception {
        assertThat(as("auditor", PASSWORD).statusCode()).isEqualTo(403);
        assertThat(as("collector", "guessed").statusCode()).isEqualTo(401);
        Browsing visitor = new Browsing(application.address());
        assertThat(visitor.target(visitor.get(FIGURES))).isEqualTo("/sign-in");
        assertThat(new Browsing(application.address())
                        .as("auditor", PASSWORD)
                        .get(FIGURES)
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Browsing(application.address())
                        .as("collector", PASSWORD)
                        .get(FIGURES)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_password_opens_no_other_address_of_the_kind() throws Exception {
        assertThat(ask("/actuator/env", "collector", PASSWORD).statusCode()).isIn(403, 404);
        assertThat(ask("/actuator", "collector", PASSWORD).statusCode()).isIn(403, 404);
    }

    private static HttpResponse<String> as(String login, String password) throws Exception {
        return ask(FIGURES, login, password);
    }

    private static HttpResponse<String> ask(String path, String login, String password) throws Exception {
        String basic = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(application.address() + path))
                            .header("Authorization", "Basic " + basic)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static void account(String login, Role role) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), ""), PASSWORD);
    }
}
