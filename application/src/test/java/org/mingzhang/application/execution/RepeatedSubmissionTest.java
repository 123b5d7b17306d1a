package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.testing.TestDatabase;

/** Whoever did not hear that a draft became a document asks again, and is told the same. */
class RepeatedSubmissionTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String DRAFTS = "/api/execution/" + ID + "/adjustments/drafts";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource
    void the_first_answer_is_given_again(TestDatabase kind) throws Exception {
        try (RunningApplication application = RunningApplication.start(data, true, database(kind))) {
            for (String login : List.of("finance", "colleague")) {
                application
                        .context()
                        .getBean(AccountDirectory.class)
                        .create(new NewAccount(login, login, Set.of(Role.DEPARTMENT_FINANCE), "411200-103"), PASSWORD);
            }
            String address = made(application);
            String submission = address + "/submission";
            JsonNode first = answered(application, "finance", submission, 201, "Idempotency-Key", "lost-1");
            long recorded = application.recorded(ID);

            JsonNode again = answered(application, "finance", submission, 201, "Idempotency-Key", "lost-1");
            assertThat(again.get("position")).isEqualTo(first.get("position"));
            assertThat(again.get("version")).isEqualTo(first.get("version"));
            assertThat(again.get("events")).isEqualTo(first.get("events"));
            assertThat(again.get("repeated").booleanValue()).isTrue();
            answered(application, "finance", submission, 404, "Idempotency-Key", "other");
            answered(application, "finance", submission, 404);
            answered(application, "colleague", submission, 404, "Idempotency-Key", "lost-1");
            assertThat(application.recorded(ID)).as("one document").isEqualTo(recorded);

            String plain = made(application) + "/submission";
            JsonNode done = answered(application, "finance", plain, 201);
            assertThat(answered(application, "finance", plain, 201).get("position"))
                    .isEqualTo(done.get("position"));
        }
    }

    private static String[] database(TestDatabase kind) {
        List<String> arguments = new ArrayList<>();
        if (kind != TestDatabase.H2) {
            arguments.add("--spring.datasource.url=" + kind.empty());
            arguments.add("--spring.datasource.username=postgres");
            arguments.add("--spring.datasource.password=postgres");
        }
        return arguments.toArray(String[]::new);
    }

    private static String made(RunningApplication application) throws Exception {
        HttpResponse<String> made = CLIENT.send(
                request(application, "finance", DRAFTS)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"direction\":\"SHIFT\",\"reason\":\"回答丢了\","
                                + "\"effectiveOn\":\"2025-12-31\",\"from\":[{\"line\":\"54\",\"amountFen\":100000}],"
                                + "\"to\":[{\"line\":\"53\",\"amountFen\":100000}],"
                                + "\"performanceUnaffected\":true,\"requestContent\":\"测算\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode answered(
            RunningApplication application, String who, String path, int status, String... headers) throws Exception {
        HttpRequest.Builder request = request(application, who, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = CLIENT.send(
                request.POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static HttpRequest.Builder request(RunningApplication application, String who, String path) {
        String basic = Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json");
    }
}
