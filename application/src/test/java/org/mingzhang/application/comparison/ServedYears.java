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
import java.util.stream.Stream;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;

/** The application on a database of its own, and people who ask it over HTTP. */
record ServedYears(OpenDatabase database, RunningApplication application) implements AutoCloseable {
    private static final String PASSWORD = "a long password";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static ServedYears start(TestDatabase kind, boolean sample, String... settings) throws IOException {
        OpenDatabase database = kind.open();
        String[] all = Stream.concat(
                        Stream.of(settings),
                        Stream.of(
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + (kind == TestDatabase.H2 ? "sa" : "postgres"),
                                "--spring.datasource.password=" + (kind == TestDatabase.H2 ? "" : "postgres")))
                .toArray(String[]::new);
        return new ServedYears(
                database, RunningApplication.start(Files.createTempDirectory("mingzhang-years"), sample, all));
    }

    @Override
    public void close() {
        application.close();
        database.close();
    }

    void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }

    /** Returns once what was written can be read; nobody is signed in under a blank login. */
    HttpResponse<String> send(String login, String method, String path, String body)
            throws IOException, InterruptedException {
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

    /** A page or a file. */
    HttpResponse<String> read(String login, String path) throws IOException, InterruptedException {
        return send(login, "GET", path, "");
    }

    /** What the API answers. */
    JsonNode get(String login, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = read(login, path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** With a session, as people do it. */
    Browsing signedIn(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }
}
