package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;

/** The sample on each kind of database, and the people who ask it to compare. */
abstract class ComparisonOverHttp {
    @Parameter
    TestDatabase kind;

    static final String SAMPLE = "/api/comparison/411200-103";

    private static final String PASSWORD = "a long password";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static OpenDatabase database;
    private static RunningApplication application;

    /** Once for each database. */
    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) throws IOException {
        database = kind.open();
        application = RunningApplication.start(
                Files.createTempDirectory("mingzhang-comparison"),
                true,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + (kind == TestDatabase.H2 ? "sa" : "postgres"),
                "--spring.datasource.password=" + (kind == TestDatabase.H2 ? "" : "postgres"));
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("elsewhere", Role.DEPARTMENT_FINANCE, "411200-201");
        person("oneunit", Role.UNIT_OFFICER, "411200-103/103005");
        person("mainunit", Role.UNIT_OFFICER, "411200-103/103001");
        person("newly", Role.DEPARTMENT_FINANCE, "411200-105");
        person("office", Role.BUDGET_OFFICE, "411200");
        person("auditor", Role.AUDITOR, "411200");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        application.close();
        database.close();
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }

    /** Returns once what was written can be read. */
    static HttpResponse<String> send(String login, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!login.isEmpty()) {
            String basic =
                    Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (!method.equals("GET") && answer.statusCode() < 300) {
            long head = application.context().getBean(EventLog.class).head();
            assertThat(application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20)))
                    .isTrue();
        }
        return answer;
    }

    static void done(String login, String path, String body) throws Exception {
        HttpResponse<String> answer = send(login, "POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    static JsonNode get(String login, String path) throws Exception {
        HttpResponse<String> answer = send(login, "GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    static Browsing signedIn(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    static JsonNode figure(JsonNode compared, String level) {
        for (JsonNode row : compared.get("headline")) {
            if (row.get("level").textValue().equals(level)) {
                return row;
            }
        }
        throw new AssertionError("no " + level + " in " + compared);
    }

    static long total(String login, String path) throws Exception {
        JsonNode whole = figure(get(login, path), "TOTAL").at("/amounts/0/fen");
        assertThat(whole.isNumber()).as(path).isTrue();
        return whole.longValue();
    }
}
