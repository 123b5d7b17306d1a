package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.feed.FactFeed;

/** Years beside each other over HTTP, as the public and as staff see them, and what they are compared with. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ComparisonApiTest {
    @Parameter
    TestDatabase kind;

    private static final String PASSWORD = "a long password";
    private static final String SAMPLE = "/api/comparison/411200-103";
    private static final String COMPARATIVES = "/api/budgets/411200-103-2025/comparatives";
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
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (!method.equals("GET") && answer.statusCode() < 300) {
            long head = application.context().getBean(EventLog.class).head();
            assertThat(application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20)))
                    .isTrue();
        }
        return answer;
    }

    private static JsonNode get(String login, String path) throws Exception {
        HttpResponse<String> answer = send(login, "GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String stated(String year, String figures, String reason) {
        return """
            {"year": "%s", "amountUnit": "万元", "figures": %s, "documentNumber": "2024年公开文本", "title": "2024年部门预算",
             "issuer": "市政府办公室", "date": "2024-02-10", "reason": "%s"}\
            """.formatted(year, figures, reason);
    }

    private static JsonNode figure(JsonNode compared, String level) {
        for (JsonNode row : compared.get("headline")) {
            if (row.get("level").textValue().equals(level)) {
                return row;
            }
        }
        throw new AssertionError("no " + level + " in " + compared);
    }

    private static long ofUnit(JsonNode compared, String code) {
        for (JsonNode row : compared.get("rows")) {
            if (row.get("code").textValue().equals(code)) {
                return row.at("/amounts/0/fen").longValue();
            }
        }
        throw new AssertionError("no " + code + " in " + compared);
    }

    private static long total(String login, String path) throws Exception {
        JsonNode whole = figure(get(login, path), "TOTAL").at("/amounts/0/fen");
        assertThat(whole.isNumber()).as(path).isTrue();
        return whole.longValue();
    }

    private static String merger(String before, String after, String from) {
        return """
                {"kind": "UNIT", "before": "%s", "after": [{"code": "%s"}], "from": "%s",
                 "documentNumber": "三编〔2025〕4号", "title": "关于机构调整的批复", "issuer": "市委编办", "date": "2025-09-01"}\
                """.formatted(before, after, from);
    }

    private static void says(JsonNode row, String before, String after, String delta, String percent) {
        assertThat(row.at("/amounts/0/printed").asText()).isEqualTo(before);
        assertThat(row.at("/amounts/1/printed").asText()).isEqualTo(after);
        assertThat(row.at("/changes/0/delta").asText()).isEqualTo(delta);
        assertThat(row.at("/changes/0/percent").asText()).isEqualTo(percent);
    }

    @Test
    @Order(1)
    void the_public_reads_the_printed_comparisons_of_the_sample() throws Exception {
        JsonNode compared = get("", SAMPLE + "?years=2024,2025");

        says(figure(compared, "TOTAL"), "3299.20", "4263.93", "964.73", "29.24");
        says(figure(compared, "OPERATING"), "265.70", "322.46", "56.76", "21.36");
        says(figure(compared, "THREE_PUBLICS"), "11.50", "11.50", "0.00", "");
        says(figure(compared, "OVERSEAS_TRAVEL"), "0.00", "0.00", "0.00", "");
        says(figure(compared, "HOSPITALITY"), "1.50", "1.50", "0.00", "");
        says(figure(compared, "VEHICLES"), "10.00", "10.00", "0.00", "");
        assertThat(figure(compared, "THREE_PUBLICS").at("/changes/0/kind").textValue())
                .isEqualTo("EQUAL");
        assertThat(compared.at("/years/0/standing").textValue()).isEqualTo("STATED");
        assertThat(compared.at("/years/0/sources/0/documentNumber").textValue()).isNotBlank();
        assertThat(compared.at("/years/1/standing").textValue()).isEqualTo("KEPT");
    }

    @Test
    @Order(2)
    void what_was_not_published_is_no_number_and_makes_no_change() throws Exception {
        JsonNode compared = get("", SAMPLE + "?years=2024,2025&by=function");
        JsonNode first = compared.at("/rows/0");
        assertThat(first.get("code").textValue()).isEqualTo("201");
        assertThat(first.at("/amounts/0/known").booleanValue()).isFalse();
        assertThat(first.at("/amounts/0").has("fen")).isFalse();
        assertThat(first.at("/changes/0/kind").textValue()).isEqualTo("UNKNOWN");
        assertThat(first.at("/amounts/1/known").booleanValue()).isTrue();
        JsonNode funds = get("", SAMPLE + "?years=2024,2025&by=fund");
        assertThat(funds.at("/rows/0/amounts/0/printed").textValue()).isEqualTo("3299.20");
    }

    @Test
    @Order(3)
    void every_classification_and_stage_adds_up_to_the_whole() throws Exception {
        for (String stage : new String[] {"initial", "adjusted", "executed"}) {
            for (String by : new String[] {"function", "dept", "gov", "fund", "unit", "project"}) {
                JsonNode compared = get("auditor", SAMPLE + "?years=2025&unit=yuan&stage=" + stage + "&by=" + by);
                long whole = figure(compared, "TOTAL").at("/amounts/0/fen").longValue();
                long sum = 0;
                for (JsonNode row : compared.get("rows")) {
                    sum += row.get("depth").intValue() == 1
                            ? row.at("/amounts/0/fen").longValue()
                            : 0;
                }
                assertThat(sum).as(stage + " by " + by).isEqualTo(whole).isNotZero();
            }
        }
    }

    @Test
    @Order(4)
    void final_accounts_are_not_known_before_they_are_replied_to() throws Exception {
        JsonNode compared = get("auditor", SAMPLE + "?years=2025&stage=final");
        assertThat(figure(compared, "TOTAL").at("/amounts/0/known").booleanValue())
                .isFalse();
        assertThat(compared.at("/years/0/standing").textValue()).isEqualTo("UNKNOWN");
    }

    @Test
    @Order(5)
    void the_public_sees_the_release_and_staff_the_present() throws Exception {
        String asked = SAMPLE + "?years=2025&stage=adjusted&unit=yuan";
        long released = figure(get("", asked), "TOTAL").at("/amounts/0/fen").longValue();
        long now = figure(get("finance", asked), "TOTAL").at("/amounts/0/fen").longValue();
        assertThat(released).isEqualTo(4_263_929_900L);
        assertThat(now).as("supplements came after the release").isNotEqualTo(released);
        assertThat(figure(get("oneunit", asked), "TOTAL").at("/amounts/0/fen").longValue())
                .as("people of one unit are the public for the whole")
                .isEqualTo(released);
    }

    @Test
    @Order(6)
    void a_year_that_is_not_released_is_as_one_that_never_was() throws Exception {
        assertThat(send("office", "POST", "/api/budgets", """
                                {"budget": "411200-103-2026", "divisionName": "三门峡市",
                                 "departmentName": "三门峡市人民政府办公室", "shortName": "市人民政府办公室"}\
                                """).statusCode()).isEqualTo(201);
        JsonNode compared = get("", SAMPLE + "?years=2025,2026");
        assertThat(compared.at("/years/1/standing").textValue()).isEqualTo("UNKNOWN");
        assertThat(compared.get("knownYears").toString()).isEqualTo("[\"2024\",\"2025\"]");
        assertThat(figure(compared, "TOTAL").at("/amounts/1/known").booleanValue())
                .isFalse();
        JsonNode own = get("finance", SAMPLE + "?years=2025,2026");
        assertThat(own.at("/years/1/standing").textValue()).isEqualTo("KEPT");
        assertThat(send("", "GET", "/api/comparison/411200-201", "").statusCode())
                .isEqualTo(404);
        assertThat(send("", "GET", "/comparison/411200-103/figure?year=2026&level=total", "")
                        .body())
                .contains("没有 2026 年已公布的数字");
    }

    @Test
    @Order(7)
    void a_comparative_is_stated_contradicted_by_known_lines_and_corrected_with_a_reason() throws Exception {
        HttpResponse<String> again = send(
                "finance",
                "POST",
                COMPARATIVES,
                stated("2024", "[{\"level\": \"TOTAL\", \"amount\": \"3299.21\"}]", ""));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("reason-missing");
        HttpResponse<String> known = send(
                "finance",
                "POST",
                "/api/budgets/411200-103-2026/comparatives",
                stated("2025", "[{\"level\": \"TOTAL\", \"amount\": \"4263.94\"}]", ""));
        assertThat(known.statusCode()).isEqualTo(422);
        assertThat(known.body()).contains("comparative-contradicts").contains("42,639,299.00");
        assertThat(send("auditor", "POST", COMPARATIVES, "{}").statusCode()).isEqualTo(403);
        assertThat(send("elsewhere", "POST", COMPARATIVES, "{}").statusCode()).isIn(403, 404);
        HttpResponse<String> corrected = send(
                "finance",
                "POST",
                COMPARATIVES,
                stated(
                        "2024",
                        "[{\"level\": \"TOTAL\", \"amount\": \"3299.20\"}, {\"level\": \"FUNCTION\", \"code\": \"201\", \"amount\": \"2900.00\"}]",
                        "补充功能科目"));
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(201);
        JsonNode own = get("finance", SAMPLE + "?years=2024,2025");
        assertThat(own.at("/rows/0/amounts/0/printed").textValue()).isEqualTo("2900.00");
        assertThat(figure(own, "OPERATING").at("/amounts/0/known").booleanValue())
                .isFalse();
        JsonNode released = get("", SAMPLE + "?years=2024,2025");
        assertThat(figure(released, "OPERATING").at("/amounts/0/printed").textValue())
                .as("the public reads what had been stated when it was released")
                .isEqualTo("265.70");
        assertThat(send("", "GET", "/comparison/411200-103/figure?year=2024&level=total", "")
                        .body())
                .contains("32,992,000.00")
                .doesNotContain("补充功能科目");
    }

    @Test
    @Order(8)
    void a_file_has_what_is_filtered_and_says_what_is_unknown() throws Exception {
        HttpResponse<String> csv = send("", "GET", "/comparison/411200-103?years=2024,2025&q=2010302&format=csv", "");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.body())
                .contains("2010302")
                .contains("未公布")
                .contains("9647299.00")
                .doesNotContain("2080505");
        assertThat(csv.body()).contains("口径处理").contains("按各年原口径");
        HttpResponse<String> like = send("", "GET", "/comparison/411200-103?years=2024,2025&basis=like&format=csv", "");
        assertThat(like.body()).contains("同口径");
        assertThat(like.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("-like");
        assertThat(send("", "GET", "/comparison/411200-103?years=2024,2025&format=xlsx", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(9)
    void what_is_asked_amiss_is_said_in_words() throws Exception {
        for (String amiss : new String[] {"stage=x", "by=x", "years=24", "basis=x", "depth=9", "sort=x", "unit=x"}) {
            HttpResponse<String> answer = send("", "GET", SAMPLE + "?" + amiss, "");
            assertThat(answer.statusCode()).as(amiss).isEqualTo(400);
            assertThat(answer.body()).as(amiss).contains("detail");
        }
        assertThat(send("", "GET", "/api/comparison/nothing", "").statusCode()).isEqualTo(404);
        assertThat(send("", "GET", SAMPLE + "?scope=999999", "").statusCode()).isEqualTo(404);
        assertThat(send("", "GET", SAMPLE + "?scope=103005", "").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(10)
    void a_merger_is_recorded_and_earlier_years_are_told_like_for_like() throws Exception {
        String merger = """
                {"kind": "UNIT", "before": "103005", "after": [{"code": "103001"}], "from": "2026",
                 "documentNumber": "三编〔2025〕3号", "title": "关于机构调整的批复", "issuer": "市委编办", "date": "2025-09-01"}\
                """;
        String successions = "/api/crosswalk/411200/successions";
        assertThat(send("finance", "POST", successions, merger).statusCode()).isEqualTo(403);
        assertThat(send("office", "POST", successions, merger).statusCode()).isEqualTo(201);
        HttpResponse<String> back = send(
                "office",
                "POST",
                successions,
                merger.replace("103005", "X").replace("103001", "103005").replace("\"X\"", "\"103001\""));
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.body()).contains("succession-loops").contains("103001 → 103005 → 103001");
        HttpResponse<String> lossy = send(
                "office",
                "POST",
                successions,
                merger.replace("103005", "103004")
                        .replace("[{\"code\": \"103001\"}]", "[{\"code\": \"103001\", \"percent\": \"60\"}]"));
        assertThat(lossy.body()).contains("shares-do-not-sum").contains("60.00%");

        String asked = SAMPLE + "?years=2025,2026&by=unit&unit=yuan";
        JsonNode reported = get("finance", asked);
        JsonNode like = get("finance", asked + "&basis=like");
        assertThat(reported.get("rows").toString()).contains("103005");
        assertThat(like.get("rows").toString()).doesNotContain("103005");
        assertThat(figure(like, "TOTAL").at("/amounts/0/fen").longValue())
                .isEqualTo(figure(reported, "TOTAL").at("/amounts/0/fen").longValue());
        assertThat(like.at("/restatedBy/0/before").textValue()).isEqualTo("103005");
        JsonNode outside = get("", asked + "&basis=like");
        assertThat(outside.get("restatedBy"))
                .as("2026 is being drafted, and what makes a difference then is told to nobody outside")
                .isEmpty();
        assertThat(outside.get("rows").toString()).contains("103005");
        String mine = SAMPLE + "?years=2025,2026&unit=yuan&stage=executed&scope=";
        assertThat(total("finance", mine + "103001&basis=like"))
                .isEqualTo(total("finance", mine + "103001") + total("finance", mine + "103005"));
        assertThat(figure(get("mainunit", mine + "103005"), "TOTAL")
                        .at("/amounts/0/known")
                        .booleanValue())
                .as("what another unit spends is unknown until final accounts disclose it")
                .isFalse();
        assertThat(get("mainunit", mine + "103001&basis=like").get("lacking").toString())
                .as("and that is said where it would belong")
                .contains("411200-103-2025");
        String budgeted = mine.replace("executed", "adjusted");
        assertThat(total("mainunit", budgeted + "103001&basis=like"))
                .as("as far as it is released")
                .isEqualTo(total("mainunit", budgeted + "103001") + total("mainunit", budgeted + "103005"));
        assertThat(get("auditor", "/api/crosswalk/411200")
                        .at("/successions/0/documentNumber")
                        .textValue())
                .isEqualTo("三编〔2025〕3号");
        assertThat(send("office", "POST", successions + "/1/withdrawal", "{\"reason\": \"作废\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("finance", asked + "&basis=like").get("rows").toString()).contains("103005");
        aSplitThatKeepsItsCodeIsToldUnderBoth(successions, merger, asked);
    }

    private static void aSplitThatKeepsItsCodeIsToldUnderBoth(String successions, String merger, String asked)
            throws Exception {
        String split = merger.replace(
                "[{\"code\": \"103001\"}]",
                "[{\"code\": \"103005\", \"percent\": \"60\"}, {\"code\": \"103009\", \"percent\": \"40\"}]");
        assertThat(send("office", "POST", successions, split).statusCode()).isEqualTo(201);
        JsonNode reported = get("finance", asked);
        JsonNode like = get("finance", asked + "&basis=like");
        long before = ofUnit(reported, "103005");
        assertThat(ofUnit(like, "103005")).isCloseTo(before * 6 / 10, within(100L));
        assertThat(ofUnit(like, "103005") + ofUnit(like, "103009")).isEqualTo(before);
        assertThat(figure(like, "TOTAL").at("/amounts/0/fen").longValue())
                .isEqualTo(figure(reported, "TOTAL").at("/amounts/0/fen").longValue());
        assertThat(send("office", "POST", successions + "/2/withdrawal", "{\"reason\": \"作废\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(11)
    void a_department_that_begins_is_compared_with_where_its_units_were() throws Exception {
        assertThat(send("office", "POST", "/api/budgets", """
                                {"budget": "411200-105-2026", "divisionName": "三门峡市",
                                 "departmentName": "三门峡市数据局", "shortName": "市数据局"}\
                                """).statusCode()).isEqualTo(201);
        assertThat(send("office", "POST", "/api/crosswalk/411200/successions", merger("103005", "105001", "2026"))
                        .statusCode())
                .isEqualTo(201);
        String asked = "/api/comparison/411200-105?years=2025,2026&unit=yuan&by=unit";
        assertThat(get("office", asked).at("/years/0/standing").textValue()).isEqualTo("UNKNOWN");
        JsonNode like = get("office", asked + "&basis=like");
        assertThat(like.at("/years/0/standing").textValue()).isEqualTo("KEPT");
        assertThat(like.at("/years/0/missing").intValue()).isZero();
        assertThat(like.at("/rows/0/code").textValue()).isEqualTo("105001");
        assertThat(figure(like, "TOTAL").at("/amounts/0/fen").longValue())
                .isEqualTo(total("office", SAMPLE + "?years=2025&unit=yuan&scope=103005"));
        assertThat(like.get("lacking")).isEmpty();
        assertThat(send("office", "POST", "/api/crosswalk/411200/successions", merger("104001", "105001", "2026"))
                        .statusCode())
                .isEqualTo(201);
        JsonNode own = get("newly", asked + "&basis=like");
        assertThat(own.get("lacking").toString()).isEqualTo("[\"411200-104-2025\"]");
        assertThat(total("newly", asked + "&basis=like"))
                .as("what is released of another department is read by everybody")
                .isEqualTo(total("", SAMPLE + "?years=2025&unit=yuan&scope=103005"));
    }

    @Test
    @Order(12)
    void printed_figures_are_not_restated_and_say_so() throws Exception {
        assertThat(get("", SAMPLE + "?years=2024,2025&basis=like&lang=en")
                        .at("/years/0/note")
                        .textValue())
                .isEqualTo("2024: printed, not restated.");
        assertThat(get("", SAMPLE + "?years=2024,2025").at("/years/0/note").textValue())
                .isEmpty();
        assertThat(send("", "GET", "/comparison/411200-103?years=2024,2025&basis=like", "")
                        .body())
                .contains("2024 年是公开文本上印出的数字，不重述。");
    }

    @Test
    @Order(13)
    void the_page_of_a_figure_tells_what_counts_at_its_stage() throws Exception {
        String page = "/comparison/411200-103/figure?level=total&year=";
        assertThat(send("auditor", "GET", page + "2025&stage=final", "").body()).contains("没有 2025 年已公布的数字");
        assertThat(send("auditor", "GET", page + "2024&stage=executed", "").body())
                .contains("没有 2024 年已公布的数字")
                .doesNotContain("32,992,000.00");
        assertThat(send("auditor", "GET", page + "2024&scope=103005", "").body())
                .doesNotContain("32,992,000.00");
    }

    @Test
    @Order(14)
    void as_of_a_day_each_statement_counts_as_it_stood() throws Exception {
        String day = "?years=2025&unit=yuan&stage=adjusted&asOf=2025-06-30&clock=effective";
        assertThat(total("finance", SAMPLE + day))
                .as("what came into effect afterwards does not count")
                .isNotEqualTo(total("finance", SAMPLE + "?years=2025&unit=yuan&stage=adjusted"));
        JsonNode before = get("finance", SAMPLE + "?years=2024,2025&asOf=2025-06-30&clock=effective");
        assertThat(figure(before, "OPERATING").at("/amounts/0/printed").asText())
                .as("what was corrected since stands as of a day before")
                .isEqualTo("265.70");
    }
}
