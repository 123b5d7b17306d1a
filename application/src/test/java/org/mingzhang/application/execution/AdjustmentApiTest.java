package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;

/** Adjustments by HTTP, one after the other and by many at once. */
class AdjustmentApiTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String COMMANDS = "/api/budgets/" + ID + "/adjustments";
    private static final String READ = "/api/execution/" + ID;
    private static final int PEOPLE = 64;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE);
        person("head", Role.DEPARTMENT_HEAD);
        person("clerk", Role.UNIT_OFFICER, "411200-103/103005");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_reduction_is_asked_whether_it_is_a_revision_and_one_that_says_so_goes_to_the_congress() throws Exception {
        String plain = reduction("\"reasonClass\":\"POLICY\",");
        JsonNode way = JSON.readTree(post("finance", READ + "/adjustments/preview", key(), plain)
                        .body())
                .get("way");
        assertThat(way.get("lowers").textValue()).isEqualTo("100.00");
        assertThat(way.get("stations").toString()).doesNotContain("STANDING_COMMITTEE");

        JsonNode marked = JSON.readTree(post(
                                "finance",
                                READ + "/adjustments/preview",
                                key(),
                                reduction("\"reasonClass\":\"POLICY\",\"revisionCut\":\"TOTAL_AND_KEY\","))
                        .body())
                .get("way");
        assertThat(marked.get("lowers").textValue()).as("it has been said").isEmpty();
        assertThat(marked.get("stations").toString()).contains("STANDING_COMMITTEE");

        HttpResponse<String> earlier = post("finance", COMMANDS, key(), reduction("\"reasonClass\":\"REVISION_CUT\","));
        assertThat(earlier.statusCode()).isEqualTo(400);
        assertThat(earlier.body()).contains("reason-is-a-mark").contains("revisionCut");
    }

    private static String reduction(String said) {
        return "{\"direction\":\"REDUCTION\"," + said
                + "\"reason\":\"压减\",\"effectiveOn\":\"2025-12-31\",\"amountUnit\":\"元\","
                + "\"from\":[{\"line\":\"54\",\"amount\":\"100\"}],\"performanceUnaffected\":true,"
                + "\"requestContent\":\"说明\"}";
    }

    @Test
    void it_is_submitted_once_however_often_it_is_sent_and_read_back() throws Exception {
        String body = shift("54", "53", 5_000_000);
        HttpResponse<String> first = post("finance", COMMANDS, "same-key", body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(post("finance", COMMANDS, "same-key", body).body())
                .as("the same answer, said to be a repetition")
                .contains("\"repeated\":true");
        assertThat(post("finance", COMMANDS, "same-key", shift("54", "53", 1)).statusCode())
                .isEqualTo(422);
        JsonNode last = last();
        assertThat(last.get("kind").textValue()).isEqualTo("PROJECT_SHIFT");
        assertThat(last.get("next").textValue()).isEqualTo("DEPARTMENT_REVIEW");
        assertThat(line("54").get("frozen").longValue()).isEqualTo(5_000_000);
        String document = COMMANDS + "/" + last.get("number").intValue();
        assertThat(post("finance", document + "/review", key(), "{\"station\":\"DEPARTMENT_REVIEW\"}")
                        .statusCode())
                .as("its maker")
                .isEqualTo(409);
        assertThat(post("head", document + "/return", key(), "{\"reason\":\"缺测算\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(line("54").get("frozen").longValue()).isZero();
    }

    @Test
    void what_does_not_fit_is_refused_by_name_and_field_with_its_numbers() throws Exception {
        JsonNode over = JSON.readTree(
                post("finance", COMMANDS, key(), shift("41", "40", 500_101)).body());
        assertThat(over.at("/errors/0/key").textValue()).isEqualTo("not-available");
        assertThat(over.at("/errors/0/pointer").textValue()).isEqualTo("/from/0/amount");
        assertThat(over.at("/errors/0/arguments/lacking").textValue()).contains("0.01元");
        assertThat(post("finance", COMMANDS, key(), "{\"direction\":\"SIDEWAYS\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("finance", COMMANDS, key(), shift("999", "40", 1)).body())
                .contains("request.line-unknown");
        assertThat(post("clerk", COMMANDS, key(), shift("2", "1", 100)).statusCode())
                .as("lines of another unit")
                .isEqualTo(403);
        assertThat(post("finance", COMMANDS + "/77/return", key(), "{\"reason\":\"x\"}")
                        .body())
                .contains("adjustment-unknown");
    }

    @Test
    void many_people_adjust_different_lines_at_once_and_nobody_has_to_try_again() throws Exception {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : get("finance", READ + "/lines")) {
            if (line.get("project").textValue().isEmpty()
                    && !line.get("line").textValue().equals("1")) {
                lines.add(line.get("line").textValue());
            }
        }
        List<Integer> answers = together(
                PEOPLE, person -> post("finance", COMMANDS, key(), shift(lines.get(person % lines.size()), "1", 100)));
        assertThat(answers).containsOnly(201);
    }

    @Test
    void many_people_want_the_same_money_and_it_is_promised_once() throws Exception {
        long available = line("52").get("available").longValue();
        long fifth = available / 5;
        List<Integer> answers = together(PEOPLE, person -> post("finance", COMMANDS, key(), shift("52", "50", fifth)));
        assertThat(answers).as("done, or somebody else came first").containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201).count()).isEqualTo(5);
        assertThat(line("52").get("available").longValue()).isZero();
        assertThat(line("52").get("frozen").longValue()).isEqualTo(available);
        JsonNode late = JSON.readTree(
                post("finance", COMMANDS, key(), shift("52", "50", fifth)).body());
        assertThat(late.at("/errors/0/key").textValue()).isEqualTo("held-by-documents");
        assertThat(late.at("/errors/0/arguments").toString()).contains("\"held\"", "\"lacking\"");
        assertThat(post("finance", COMMANDS, key(), shift("52", "50", available + 1))
                        .statusCode())
                .as("more than the line ever had")
                .isEqualTo(422);
    }

    private interface Act {
        HttpResponse<String> of(int person) throws Exception;
    }

    private static List<Integer> together(int people, Act act) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(people)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                int number = person;
                all.add(crowd.submit(() -> act.of(number).statusCode()));
            }
            for (Future<Integer> one : all) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode last() throws Exception {
        JsonNode all = get("finance", READ + "/adjustments");
        return all.get(all.size() - 1);
    }

    private static JsonNode line(String key) throws Exception {
        for (JsonNode line : get("finance", READ + "/lines")) {
            if (line.get("line").textValue().equals(key)) {
                return line;
            }
        }
        throw new AssertionError("no line " + key);
    }

    private static String shift(String from, String to, long fen) {
        return """
                {"direction": "SHIFT", "reason": "工作任务变化", "requestContent": "测算说明", "effectiveOn": "2025-12-31",
                 "amountUnit": "元", "performanceUnaffected": "true",
                 "from": [{"line": "%s", "amountFen": "%d"}], "to": [{"line": "%s", "amountFen": "%d"}]}""".formatted(from, fen, to, fen);
    }

    private static HttpResponse<String> post(String login, String path, String key, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                request(login, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What is so far followed of what was answered before. */
    private static JsonNode get(String login, String path) throws IOException, InterruptedException {
        FactFeed feed = application.context().getBean(FactFeed.class);
        long head = application.context().getBean(EventLog.class).head();
        assertThat(feed.await(head, Duration.ofSeconds(20))).isTrue();
        return JSON.readTree(CLIENT.send(request(login, path).GET().build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static HttpRequest.Builder request(String login, String path) {
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + credentials);
    }

    private static void person(String login, Role role) {
        person(login, role, "411200-103");
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
