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
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;

/** How one budget of a department becomes another, over HTTP, as the public and as staff see it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BridgeApiTest {
    @Parameter
    TestDatabase kind;

    private static final String PASSWORD = "a long password";
    private static final String SAMPLE = "/api/comparison/411200-103/bridge";
    private static final String PAGE = "/comparison/411200-103/bridge";
    private static final String WITHIN = "?from=2025&to=2025&unit=yuan";
    private static final long RELEASED = 4_263_929_900L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static OpenDatabase database;
    private static RunningApplication application;

    /** Once for each database. */
    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) throws IOException {
        database = kind.open();
        application = RunningApplication.start(
                Files.createTempDirectory("mingzhang-bridge"),
                true,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + (kind == TestDatabase.H2 ? "sa" : "postgres"),
                "--spring.datasource.password=" + (kind == TestDatabase.H2 ? "" : "postgres"));
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("oneunit", Role.UNIT_OFFICER, "411200-103/103005");
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

    private static HttpResponse<String> send(String login, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!login.isEmpty()) {
            String basic =
                    Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void done(String login, String path, String body) throws Exception {
        HttpResponse<String> answer = send(login, "POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        long head = application.context().getBean(EventLog.class).head();
        assertThat(application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20)))
                .isTrue();
    }

    private static JsonNode get(String login, String path) throws Exception {
        HttpResponse<String> answer = send(login, "GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static Browsing signedIn(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    /** The steps add up to the change, and each is the sum of its own movements. */
    private static void addsUp(JsonNode bridge) {
        long sum = 0;
        for (JsonNode step : bridge.get("steps")) {
            sum += step.get("fen").longValue();
            long own = 0;
            for (JsonNode movement : step.get("movements")) {
                own += movement.get("fen").longValue();
            }
            assertThat(own).as(step.toString()).isEqualTo(step.get("fen").longValue());
        }
        assertThat(sum)
                .isEqualTo(bridge.get("changeFen").longValue())
                .isEqualTo(bridge.at("/to/fen").longValue()
                        - bridge.at("/from/fen").longValue());
    }

    private static JsonNode step(JsonNode bridge, String reason, String key) {
        for (JsonNode step : bridge.get("steps")) {
            if (step.get("reason").textValue().equals(reason)
                    && step.get("key").textValue().equals(key)) {
                return step;
            }
        }
        throw new AssertionError("no " + reason + " " + key + " in " + bridge);
    }

    private static Set<String> reasons(JsonNode bridge) {
        Set<String> reasons = new HashSet<>();
        bridge.get("steps").forEach(step -> reasons.add(step.get("reason").textValue()));
        return reasons;
    }

    @Test
    @Order(1)
    void from_printed_figures_one_step_says_that_nothing_is_known_of_the_reasons() throws Exception {
        JsonNode bridge = get("", SAMPLE + "?from=2024&to=2025");
        assertThat(bridge.get("known").booleanValue()).isTrue();
        assertThat(bridge.at("/from/standing").textValue()).isEqualTo("STATED");
        assertThat(bridge.at("/from/printed").textValue()).isEqualTo("3299.20");
        assertThat(bridge.at("/to/fen").longValue()).isEqualTo(RELEASED);
        assertThat(bridge.at("/to/approval/documentNumber").textValue()).isNotBlank();
        assertThat(bridge.get("steps")).hasSize(1);
        JsonNode only = step(bridge, "UNEXPLAINED", "");
        assertThat(only.get("fen").longValue()).isEqualTo(964_729_900L);
        assertThat(only.at("/document/documentNumber").textValue())
                .isEqualTo(bridge.at("/from/sources/0/documentNumber").textValue())
                .isNotBlank();
        assertThat(send("", "GET", only.get("page").textValue(), "").body())
                .contains("未能分解")
                .contains("32,992,000.00");
    }

    @Test
    @Order(2)
    void within_the_year_every_document_in_effect_is_a_step_and_shifts_change_nothing() throws Exception {
        JsonNode bridge = get("auditor", SAMPLE + WITHIN);
        addsUp(bridge);
        assertThat(bridge.at("/from/fen").longValue()).isEqualTo(RELEASED);
        assertThat(bridge.at("/to/fen").longValue())
                .isEqualTo(get("auditor", "/api/comparison/411200-103?years=2025&stage=adjusted&unit=yuan")
                        .at("/headline/0/amounts/0/fen")
                        .longValue());
        Set<String> numbers = new HashSet<>();
        Set<Long> shifted = new HashSet<>();
        for (JsonNode step : bridge.get("steps")) {
            numbers.add(step.get("key").textValue());
            if (step.get("fen").longValue() == 0) {
                shifted.add(step.get("grossFen").longValue());
            }
        }
        assertThat(numbers)
                .as("in effect, and none of the others")
                .containsExactlyInAnyOrder("1", "2", "3", "4", "6", "9", "10");
        assertThat(shifted).containsExactlyInAnyOrder(500_000L, 3_000_000L, 1_800_000L);
        assertThat(bridge.get("changeFen").longValue()).isEqualTo(11_000_000L);
        Browsing auditor = signedIn("auditor");
        for (JsonNode step : bridge.get("steps")) {
            HttpResponse<String> opened = auditor.get(step.get("page").textValue());
            assertThat(opened.statusCode()).as(step.get("page").textValue()).isEqualTo(200);
            assertThat(opened.body()).contains("/execute/411200-103-2025/adjustments/");
        }
    }

    @Test
    @Order(3)
    void the_public_sees_the_release_without_later_documents_and_whoever_belongs_to_one_unit_too() throws Exception {
        for (String login : new String[] {"", "oneunit"}) {
            JsonNode bridge = get(login, SAMPLE + WITHIN);
            assertThat(bridge.get("steps")).as(login).isEmpty();
            assertThat(bridge.at("/to/fen").longValue()).isEqualTo(RELEASED);
        }
        String page = send("", "GET", PAGE + WITHIN, "").body();
        assertThat(page).doesNotContain("/execute/").doesNotContain("汛期抢修").contains("总额持平");
        assertThat(signedIn("auditor").get(PAGE + WITHIN).body())
                .contains("汛期抢修")
                .contains("/execute/411200-103-2025/adjustments/3");
        assertThat(send("", "GET", "/api/comparison/411200-201/bridge", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    void what_nobody_published_is_no_end_of_a_bridge() throws Exception {
        JsonNode bridge = get("", SAMPLE + "?from=2020&to=2025");
        assertThat(bridge.get("known").booleanValue()).isFalse();
        assertThat(bridge.at("/from/standing").textValue()).isEqualTo("UNKNOWN");
        assertThat(bridge.get("from").has("fen")).isFalse();
        assertThat(bridge.get("steps")).isEmpty();
        assertThat(get("", SAMPLE + "?from=2024&to=2025&fromStage=adjusted")
                        .get("known")
                        .booleanValue())
                .as("nobody knows what became of printed figures")
                .isFalse();
        assertThat(send("", "GET", PAGE + "?from=2020&to=2025", "").body()).contains("未公布，不作分解");
        assertThat(send("", "GET", PAGE + "?from=2020&to=2025&format=csv", "").body())
                .contains("未公布");
    }

    @Test
    @Order(5)
    void as_of_an_instant_of_either_clock_there_are_the_documents_of_then() throws Exception {
        JsonNode effective = get("auditor", SAMPLE + WITHIN + "&asOf=2025-05-31&clock=effective");
        addsUp(effective);
        Set<String> numbers = new HashSet<>();
        effective.get("steps").forEach(step -> numbers.add(step.get("key").textValue()));
        assertThat(numbers).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(effective.get("changeFen").longValue()).isEqualTo(3_000_000L);
        JsonNode now = get("auditor", SAMPLE + WITHIN);
        long last = 0;
        for (JsonNode step : now.get("steps")) {
            last = Math.max(last, step.at("/movements/0/position").longValue());
        }
        JsonNode before = get("auditor", SAMPLE + WITHIN + "&asOf=" + (last - 1));
        addsUp(before);
        assertThat(before.get("steps")).hasSize(now.get("steps").size() - 1);
    }

    @Test
    @Order(6)
    void what_is_asked_amiss_is_said_in_words() throws Exception {
        for (String amiss : new String[] {
            "from=25",
            "to=x",
            "toStage=executed",
            "from=2025&to=2024",
            "from=2025&to=2025&toStage=initial",
            "unit=x",
            "asOf=x"
        }) {
            HttpResponse<String> answer = send("", "GET", SAMPLE + "?" + amiss, "");
            assertThat(answer.statusCode()).as(amiss).isEqualTo(400);
            assertThat(answer.body()).as(amiss).contains("detail");
        }
        assertThat(send("", "GET", "/api/comparison/411200/bridge", "").statusCode())
                .isEqualTo(400);
        assertThat(send("", "GET", PAGE + "/step?reason=x", "").statusCode()).isEqualTo(400);
        assertThat(send("", "GET", PAGE + "/step?reason=new-project", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(7)
    void a_file_has_both_ends_and_every_step_and_what_is_reached_by_it() throws Exception {
        String csv = signedIn("auditor").get(PAGE + WITHIN + "&format=csv").body();
        assertThat(csv).contains("起点").contains("终点").contains("42639299.00").contains("42749299.00");
        assertThat(csv.lines().filter(line -> line.startsWith("变动"))).hasSize(7);
        assertThat(send("", "GET", PAGE + WITHIN + "&format=xlsx", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(8)
    void from_year_to_year_projects_begin_end_and_go_on() throws Exception {
        JsonNode before = get("finance", "/api/comparison/411200-103?years=2025&by=project&unit=yuan");
        String goesOn = before.at("/rows/1/code").textValue();
        String next = "411200-103-2026";
        done("office", "/api/budgets", """
                {"budget": "411200-103-2026", "divisionName": "三门峡市",
                 "departmentName": "三门峡市人民政府办公室", "shortName": "市人民政府办公室"}\
                """);
        String budget = "/api/budgets/" + next;
        done("finance", budget + "/units", """
                {"code": "103001", "name": "市政府办", "listedName": "本级", "nature": "ADMINISTRATIVE"}\
                """);
        for (String code : new String[] {goesOn, "41120026T000000000001"}) {
            done("finance", budget + "/projects", """
                    {"code": "%s", "name": "项目 %s", "category": "SPECIFIC_PURPOSE", "unit": "103001"}\
                    """.formatted(code, code));
        }
        done("finance", budget + "/lines", line("A", "PERSONNEL", "", "30101", 100_000_000));
        done("finance", budget + "/lines", line("B", "SPECIFIC_PURPOSE", goesOn, "30201", 200));
        done("finance", budget + "/lines", line("C", "SPECIFIC_PURPOSE", "41120026T000000000001", "30201", 300));

        JsonNode bridge = get("finance", SAMPLE + "?from=2025&to=2026&unit=yuan");
        addsUp(bridge);
        assertThat(bridge.at("/from/fen").longValue()).isEqualTo(RELEASED);
        assertThat(bridge.at("/to/fen").longValue()).isEqualTo(100_000_500L);
        assertThat(reasons(bridge))
                .contains("NEW_PROJECT", "ENDED_PROJECT", "CONTINUED_PROJECT", "PERSONNEL", "OPERATING");
        assertThat(step(bridge, "NEW_PROJECT", "41120026T000000000001")
                        .get("fen")
                        .longValue())
                .isEqualTo(300);
        JsonNode continued = step(bridge, "CONTINUED_PROJECT", goesOn);
        assertThat(continued.get("beforeFen").longValue())
                .isEqualTo(before.at("/rows/1/amounts/0/fen").longValue());
        assertThat(continued.get("afterFen").longValue()).isEqualTo(200);
        assertThat(signedIn("finance").get(continued.get("page").textValue()).body())
                .contains("level=project");
        JsonNode fromAdjusted = get("finance", SAMPLE + "?from=2025&to=2026&unit=yuan&fromStage=adjusted");
        addsUp(fromAdjusted);
        assertThat(fromAdjusted.at("/from/fen").longValue()).isEqualTo(RELEASED + 11_000_000L);
        assertThat(get("", SAMPLE + "?from=2025&to=2026").get("known").booleanValue())
                .as("the public knows nothing of a year that is not released")
                .isFalse();
    }

    private static String line(String key, String category, String project, String economic, long fen) {
        return """
            {"line": "%s", "unit": "103001", "function": "2010301", "category": "%s", %s "deptEconomic": "%s",
             "fund": "GENERAL_PUBLIC", "source": "CURRENT", "appropriated": true, "amountFen": %d}\
            """.formatted(
                        key, category, project.isEmpty() ? "" : "\"project\": \"" + project + "\",", economic, fen);
    }

    @Test
    @Order(9)
    void a_unit_that_was_merged_is_a_step_of_the_unit_that_has_it_now_and_none_of_the_department() throws Exception {
        done("office", "/api/crosswalk/411200/successions", """
                {"kind": "UNIT", "before": "103005", "after": [{"code": "103001"}], "from": "2026",
                 "documentNumber": "三编〔2025〕3号", "title": "关于机构调整的批复", "issuer": "市委编办", "date": "2025-09-01"}\
                """);
        JsonNode whole = get("finance", SAMPLE + "?from=2025&to=2026&unit=yuan");
        addsUp(whole);
        assertThat(reasons(whole)).doesNotContain("REORGANISATION");
        JsonNode unit = get("finance", SAMPLE + "?from=2025&to=2026&unit=yuan&scope=103001");
        addsUp(unit);
        JsonNode came = step(unit, "REORGANISATION", "103005");
        assertThat(came.get("fen").longValue()).isPositive();
        assertThat(came.at("/document/documentNumber").textValue()).isEqualTo("三编〔2025〕3号");
    }
}
