package org.mingzhang.application.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/**
 * A refusal looks the same to a program wherever it comes from, doorkeeper, decider or nobody at all: the fields of RFC 9457,
 * a {@code key}, and every single thing that is wrong in {@code errors}, in the language that was asked for.
 */
class ProblemsAlikeTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String BUDGET = "/api/budgets/" + ID;
    private static final String READ = "/api/execution/" + ID;
    private static final String CELL =
            BUDGET + "/tables/3/cells/103~2010301/" + URLEncoder.encode("基本支出~人员经费~工资福利支出", StandardCharsets.UTF_8);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("auditor", Role.AUDITOR, "411200");
        person("neighbour", Role.DEPARTMENT_FINANCE, "411200-201");
        person("clerk", Role.UNIT_OFFICER, "411200-103/103005");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** One request and the status that it is refused with. */
    record Asked(int status, String who, String method, String path, String body, List<String> headers) {
        @Override
        public String toString() {
            return status + " " + method + " " + path + " as " + who;
        }
    }

    static List<Asked> refused() {
        String shift = "{\"direction\":\"SHIFT\",\"reason\":\"调剂\",\"effectiveOn\":\"2025-12-31\","
                + "\"from\":[{\"line\":\"54\",\"amountFen\":9999999900}],"
                + "\"to\":[{\"line\":\"53\",\"amountFen\":9999999900}],"
                + "\"performanceUnaffected\":true,\"requestContent\":\"测算\"}";
        String back = "{\"reason\":\"附件不全\"}";
        return List.of(
                asked(400, "finance", "POST", BUDGET + "/adjustments", "{"),
                asked(400, "finance", "POST", BUDGET + "/adjustments", "{\"direction\":\"SIDEWAYS\"}"),
                asked(400, "finance", "GET", BUDGET + "/performance/forms/monitoring?month=July", ""),
                asked(400, "finance", "GET", BUDGET + "/difference", ""),
                asked(400, "finance", "GET", BUDGET + "/difference?from=yesterday&to=2025-12-31", ""),
                asked(400, "auditor", "GET", CELL + "/proof.zip?since=99999999", ""),
                asked(400, "auditor", "GET", "/api/ledger/proofs/inclusion?position=abc", ""),
                asked(400, "auditor", "GET", "/api/ledger/proofs/inclusion?position=99999999", ""),
                asked(400, "auditor", "GET", "/api/ledger/proofs/growth?from=99999999", ""),
                asked(400, "auditor", "GET", "/api/ledger/bundle.zip?budget=nonsense&since=-1", ""),
                asked(400, "finance", "POST", BUDGET + "/imports", "", "Content-Type", "multipart/form-data"),
                asked(401, "", "GET", READ + "/lines", ""),
                asked(401, "", "POST", BUDGET + "/adjustments", shift),
                asked(401, "nobody", "GET", READ + "/lines", ""),
                asked(403, "auditor", "POST", BUDGET + "/adjustments", shift),
                asked(403, "neighbour", "POST", BUDGET + "/adjustments", shift),
                asked(403, "clerk", "POST", BUDGET + "/adjustments/1/return", back),
                asked(404, "finance", "GET", "/api/nowhere", ""),
                asked(404, "finance", "GET", "/api/execution/411200-999-2025/lines", ""),
                asked(404, "finance", "GET", READ + "/adjustments/999", ""),
                asked(404, "neighbour", "GET", READ + "/adjustments", ""),
                asked(404, "finance", "GET", READ + "/adjustments/drafts/00000000-0000-0000-0000-000000000001", ""),
                asked(405, "finance", "PUT", BUDGET + "/adjustments", shift),
                asked(409, "finance", "POST", BUDGET + "/adjustments/999/return", back),
                asked(412, "finance", "POST", BUDGET + "/adjustments", shift, "If-Match", "\"0\""),
                asked(413, "finance", "POST", BUDGET + "/adjustments", " ".repeat(33 << 20)),
                asked(415, "finance", "POST", BUDGET + "/imports", "{}"),
                asked(422, "finance", "POST", BUDGET + "/adjustments", shift));
    }

    private static Asked asked(int status, String who, String method, String path, String body, String... headers) {
        return new Asked(status, who, method, path, body, List.of(headers));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void it_has_all_its_fields_in_both_languages(Asked asked) throws Exception {
        JsonNode chinese = problem(asked, "zh-CN");
        JsonNode english = problem(asked, "en");
        assertThat(english.get("key")).isEqualTo(chinese.get("key"));
        assertThat(chinese.get("title").textValue()).containsPattern("\\p{IsHan}");
        assertThat(chinese.get("detail").textValue()).containsPattern("\\p{IsHan}");
        assertThat(chinese.at("/errors/0/words").textValue()).containsPattern("\\p{IsHan}");
        assertThat(english.get("title").textValue()).doesNotContainPattern("\\p{IsHan}");
        assertThat(english.at("/errors/0/words").textValue()).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void the_description_promises_what_they_say() {
        JsonNode schema = JSON.valueToTree(Parts.problem());
        Set<String> promised = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(promised::add);
        assertThat(promised).contains("type", "title", "status", "detail", "instance", "key", "errors");
        assertThat(schema.get("required").toString()).isEqualTo("[\"detail\",\"errors\",\"key\",\"status\",\"title\"]");
    }

    private static JsonNode problem(Asked asked, String language) throws Exception {
        HttpResponse<String> answer = send(asked, language);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(asked.status());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").intValue()).isEqualTo(asked.status());
        for (String field : List.of("title", "detail", "key", "instance")) {
            assertThat(problem.path(field).asText())
                    .as("%s of %s", field, problem)
                    .isNotBlank();
        }
        assertThat(problem.path("errors")).as("%s", problem).isNotEmpty();
        for (JsonNode error : problem.get("errors")) {
            assertThat(error.path("key").asText()).isNotBlank();
            assertThat(error.path("words").asText()).isNotBlank();
            assertThat(error.has("pointer")).as("%s", error).isTrue();
            assertThat(error.path("arguments").isObject()).as("%s", error).isTrue();
        }
        assertThat(problem.at("/errors/0/key")).isEqualTo(problem.get("key"));
        assertThat(problem.at("/errors/0/words")).isEqualTo(problem.get("detail"));
        return problem;
    }

    private static HttpResponse<String> send(Asked asked, String language) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address() + asked.path()))
                .header("Cookie", "lang=" + language)
                .method(asked.method(), BodyPublishers.ofString(asked.body()));
        if (!asked.who().isEmpty()) {
            String basic = asked.who() + ":" + PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        }
        if (!asked.headers().contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!asked.headers().isEmpty()) {
            request.headers(asked.headers().toArray(String[]::new));
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
