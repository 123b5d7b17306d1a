package org.mingzhang.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** The rules of a division over HTTP and on their page: read, amended by two people, and obeyed by the next document. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyApiTest {
    private static final String PASSWORD = "a long password";
    private static final String POLICY = "/api/policy/411200";
    private static final String ADJUSTMENTS = "/api/budgets/411200-103-2025/adjustments";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("desk", Role.SECTOR_DESK, "411200");
        person("office", Role.BUDGET_OFFICE, "411200");
        person("elsewhere", Role.BUDGET_OFFICE, "411300");
        person("auditor", Role.AUDITOR, "411200");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }

    private static HttpResponse<String> send(String login, String method, String path, String body) throws Exception {
        return send(login, method, path, body, UUID.randomUUID().toString());
    }

    private static HttpResponse<String> send(String login, String method, String path, String body, String key)
            throws Exception {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(application.address() + path))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode get(String login, String path) throws Exception {
        HttpResponse<String> answer = send(login, "GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static String stopFromToday() {
        return """
            {"from": "%s", "reason": "市本级办法",
             "limits": [{"id": "annual-cut-off", "measure": "AFTER_DAY", "bound": "09-30", "effect": "STOP",
                         "except": "EMERGENCY", "basis": "三财〔2026〕9号", "confirmed": true}],
             "paths": [{"kind": "PROJECT_SHIFT", "stations": "DEPARTMENT_REVIEW,FINANCE_REVIEW,GOVERNMENT_DECISION",
                        "approvalDemanded": true, "basis": "三财〔2026〕9号"}]}\
            """.formatted(today());
    }

    private static String shift(String reasonClass) {
        return """
            {"direction": "SHIFT", "reasonClass": "%s", "reason": "工作需要", "effectiveOn": "2025-12-31",
             "from": [{"line": "54", "amountFen": 100000}], "to": [{"line": "53", "amountFen": 100000}],
             "amountUnit": "元", "performanceUnaffected": true, "requestContent": "测算"}\
            """.formatted(reasonClass);
    }

    @Test
    void no_other_rules_stand_in_for_what_is_no_day_and_no_division() throws Exception {
        HttpResponse<String> noDay = send("auditor", "GET", POLICY + "?day=zzz", "");
        assertThat(noDay.statusCode()).isEqualTo(400);
        assertThat(noDay.body()).contains("请求有误", "“zzz”").doesNotContain("\"title\":\"policy-day\"");
        assertThat(send("auditor", "GET", POLICY + "?day=2014-12-31", "").statusCode())
                .isEqualTo(400);
        assertThat(send("auditor", "GET", "/api/policy/999999", "").statusCode())
                .isEqualTo(404);
        Browsing desk = new Browsing(application.address()).as("desk", PASSWORD);
        assertThat(desk.get("/policy?day=zzz").statusCode()).isEqualTo(400);
        assertThat(desk.get("/?year=abc").body()).contains("“abc”不是年度");
        assertThat(desk.get("/?year=99999999999").statusCode()).isEqualTo(400);
    }

    @Test
    @Order(1)
    void everybody_who_is_signed_in_reads_the_rules_of_a_day_with_their_basis() throws Exception {
        JsonNode rules = get("finance", POLICY + "?day=2025-06-01");

        assertThat(rules.get("version").textValue()).matches("budget-law-2014\\+[0-9a-f]{16}");
        assertThat(rules.get("paths")).hasSizeGreaterThan(13).allSatisfy(path -> {
            assertThat(path.get("basis").textValue()).isNotBlank();
            assertThat(path.get("amendment").intValue()).isZero();
        });
        assertThat(rules.get("limits")).isNotEmpty();
        assertThat(send("finance", "GET", POLICY + "?version=0000000000000000", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(CLIENT.send(
                                HttpRequest.newBuilder(URI.create(application.address() + POLICY))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(2)
    void what_is_no_rule_is_refused_row_by_row() throws Exception {
        HttpResponse<String> unknown = send("desk", "POST", POLICY + "/amendments", """
            {"from": "%s", "reason": "x", "paths": [{"kind": "MAGIC", "stations": "NOBODY", "basis": "x"}],
             "limits": [{"id": "x1", "measure": "SHARE_OF_PROJECT", "bound": "-3", "effect": "STOP", "basis": "x"}]}\
            """.formatted(today()));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body())
                .contains("/paths/0/kind")
                .contains("/paths/0/stations")
                .contains("/limits/0/bound");
        HttpResponse<String> weak = send("desk", "POST", POLICY + "/amendments", """
            {"from": "%s", "reason": "x", "paths": [
             {"kind": "SUPPLEMENT_FROM_RESERVE", "stations": "FINANCE_REVIEW", "basis": "x"}]}\
            """.formatted(today()));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("law-weakened");
    }

    @Test
    @Order(3)
    void who_may_not_is_turned_away() throws Exception {
        assertThat(send("finance", "POST", POLICY + "/amendments", stopFromToday())
                        .statusCode())
                .as("of one department")
                .isEqualTo(403);
        assertThat(send("elsewhere", "POST", POLICY + "/amendments", stopFromToday())
                        .statusCode())
                .as("of another division")
                .isEqualTo(403);
        assertThat(send("auditor", "POST", POLICY + "/amendments", stopFromToday())
                        .statusCode())
                .as("only reads")
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    void an_amendment_by_two_people_is_obeyed_by_the_next_document_and_the_earlier_one_keeps_its_way()
            throws Exception {
        assertThat(send("finance", "POST", ADJUSTMENTS, shift("TASK")).statusCode())
                .as("the built-in cut-off only warns")
                .isEqualTo(201);
        assertThat(send("desk", "POST", POLICY + "/amendments", stopFromToday()).statusCode())
                .isEqualTo(201);
        assertThat(send("desk", "POST", POLICY + "/amendments/1/force", "{}").statusCode())
                .as("not its maker, nor that role")
                .isEqualTo(409);
        assertThat(send("office", "POST", POLICY + "/amendments/1/force", "{\"opinion\":\"同意\"}")
                        .statusCode())
                .isEqualTo(200);

        long kept = application.recorded("411200-103-2025");
        HttpResponse<String> stopped = send("finance", "POST", ADJUSTMENTS, shift("TASK"));
        assertThat(stopped.statusCode()).isEqualTo(422);
        assertThat(application.recorded("411200-103-2025"))
                .as("the attempt, and nothing else")
                .isEqualTo(kept + 1);
        assertThat(send("finance", "POST", ADJUSTMENTS + "?lang=en", shift("TASK"))
                        .body())
                .contains("09-30")
                .doesNotContain("不予受理");
        assertThat(stopped.body()).contains("limit-reached").contains("09-30").contains("三财〔2026〕9号");
        assertThat(send("finance", "POST", ADJUSTMENTS, shift("EMERGENCY")).statusCode())
                .as("the exception")
                .isEqualTo(201);
        JsonNode documents = get("finance", "/api/execution/411200-103-2025/adjustments");
        JsonNode last = documents.get(documents.size() - 1);
        JsonNode earlier = documents.get(documents.size() - 2);
        assertThat(last.get("stations")).hasSize(3);
        assertThat(earlier.get("stations")).hasSize(2);
        JsonNode now = get("auditor", POLICY);
        JsonNode reasons =
                get("auditor", "/api/execution/411200-103-2025/adjustments/" + last.get("number") + "/reasons");
        assertThat(reasons.get("policy").textValue())
                .isEqualTo(now.get("version").textValue());
        assertThat(reasons.get("rules").get(0).get("amendment").intValue()).isEqualTo(1);
        JsonNode found = get(
                "auditor",
                POLICY + "?version="
                        + get(
                                        "auditor",
                                        "/api/execution/411200-103-2025/adjustments/" + earlier.get("number")
                                                + "/reasons")
                                .get("policy")
                                .textValue()
                                .replace("+", "%2B"));
        assertThat(found.get("paths")).noneMatch(path -> path.get("amendment").intValue() > 0);
    }

    @Test
    @Order(5)
    void the_page_shows_the_rules_their_history_and_takes_a_proposal() {
        Browsing desk = new Browsing(application.address()).as("desk", PASSWORD);
        String page = desk.get("/policy?division=411200").body();
        assertThat(page).contains("三财〔2026〕9号").contains("本级修订第 1 号").contains("不予受理");

        String refused = desk.follow(desk.submit(
                "/policy?division=411200",
                "/policy/411200/amendments",
                Map.of(
                        "from",
                        today().toString(),
                        "reason",
                        "试行",
                        "paths[0].kind",
                        "SUPPLEMENT_BY_REVISION",
                        "paths[0].finance_review",
                        "true",
                        "paths[0].basis",
                        "市规定")));
        assertThat(refused).contains("人大常委会批准").contains("value=\"试行\"");
        String proposed = desk.follow(desk.submit(
                "/policy?division=411200",
                "/policy/411200/amendments",
                Map.of(
                        "from",
                        today().toString(),
                        "reason",
                        "放宽",
                        "limits[0].id",
                        "annual-cut-off",
                        "limits[0].measure",
                        "AFTER_DAY",
                        "limits[0].bound",
                        "12-01",
                        "limits[0].effect",
                        "WARN",
                        "limits[0].basis",
                        "市规定")));
        assertThat(proposed).contains("本级修订第 2 号").contains("待决定");
        assertThat(desk.get("/policy?division=411200&lang=en").body())
                .contains("Rules for adjustments")
                .doesNotContain("??");
    }

    @Test
    @Order(6)
    void an_auditor_reads_what_was_handed_in_about_the_rules_refused_or_not() {
        Browsing auditor = new Browsing(application.address()).as("auditor", PASSWORD);
        String refused = auditor.get("/ledger/submissions?budget=411200-policy&outcome=REFUSED")
                .body();
        assertThat(refused)
                .contains("ProposeAmendment")
                .contains("不归提交人管的财政区划")
                .contains("elsewhere")
                .contains("PutAmendmentInForce")
                .contains("人大常委会批准")
                .doesNotContain("??");
        assertThat(auditor.get("/ledger/submissions?budget=411200-policy&outcome=ACCEPTED&lang=en")
                        .body())
                .contains("PutAmendmentInForce")
                .contains("desk")
                .doesNotContain("??");
        assertThat(auditor.get("/ledger/submissions?budget=411300-policy").statusCode())
                .isEqualTo(404);
        assertThat(auditor.bytes("/api/ledger/bundle.zip?budget=411200-policy&submissions=true")
                        .statusCode())
                .isEqualTo(200);
        assertThat(auditor.get("/ledger").body()).contains("411200-policy").contains("411200-funds-2025");
    }

    @Test
    @Order(7)
    void a_form_that_was_refused_is_mended_and_sent_again_with_the_key_it_had() {
        Browsing office = new Browsing(application.address()).as("office", PASSWORD);
        Map<String, String> fields = new HashMap<>(Map.of("key", "same-key-of-the-form", "reason", ""));
        String decline = "/policy/411200/amendments/2/decline";
        String page = "/policy?division=411200";
        assertThat(office.follow(office.post(page, decline, fields))).contains("data-error-summary");
        fields.put("reason", "不予采纳");
        assertThat(office.follow(office.post(page, decline, fields)))
                .contains("不予采纳")
                .doesNotContain("data-error-summary");
    }

    @Test
    @Order(8)
    void the_same_key_gets_the_same_answer_and_other_content_does_not() throws Exception {
        String weak = stopFromToday().replace("DEPARTMENT_REVIEW,FINANCE_REVIEW,GOVERNMENT_DECISION", "");
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = send("desk", "POST", POLICY + "/amendments", weak, key);
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(send("desk", "POST", POLICY + "/amendments", weak, key).body())
                .isEqualTo(first.body());
        assertThat(send("desk", "POST", POLICY + "/amendments", stopFromToday(), key)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @Order(10)
    void the_rules_of_an_earlier_instant_are_those_that_were_recorded_or_decided_by_then() throws Exception {
        String now = send("auditor", "GET", POLICY + "/amendments", "").body();
        assertThat(JSON.readTree(now)).isNotEmpty();
        assertThat(send("auditor", "GET", POLICY + "/amendments?asOf=1", "").body())
                .isEqualTo("[]");
        String before = "asOf=" + LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1) + "&clock=effective";
        assertThat(send("auditor", "GET", POLICY + "/amendments?" + before, "").body())
                .isEqualTo("[]");
        JsonNode built = JSON.readTree(
                send("auditor", "GET", POLICY + "?asOf=1&day=" + LocalDate.now(ZoneId.of("Asia/Shanghai")), "")
                        .body());
        assertThat(built.toString()).doesNotContain("\"amendment\":1");
        assertThat(built.get("version"))
                .isNotEqualTo(
                        JSON.readTree(send("auditor", "GET", POLICY, "").body()).get("version"));
        assertThat(JSON.readTree(send("auditor", "GET", POLICY + "?asOf=2025-03-01&clock=effective", "")
                                .body())
                        .get("day")
                        .asText())
                .isEqualTo("2025-03-01");
        Browsing office = new Browsing(application.address()).as("office", PASSWORD);
        assertThat(office.get("/policy?division=411200&" + before).body())
                .contains("不是现在")
                .doesNotContain("id=\"propose\"");
        assertThat(office.get("/policy?division=411200&asOf=999999999").statusCode())
                .isEqualTo(400);
    }

    @Test
    @Order(9)
    void the_rules_of_a_day_are_files_too() {
        Browsing finance = new Browsing(application.address()).as("finance", PASSWORD);
        String list = "/policy?division=411200&of=";
        String limits = new String(finance.bytes(list + "limits&format=csv").body(), StandardCharsets.UTF_8);
        assertThat(limits).contains("annual-cut-off").contains("不予受理").contains("三财〔2026〕9号");
        assertThat(new String(
                        finance.bytes(list + "limits&day=2025-06-01&format=csv").body(), StandardCharsets.UTF_8))
                .as("of the day that was asked for")
                .doesNotContain("三财〔2026〕9号");
        String paths = new String(finance.bytes(list + "paths&format=csv").body(), StandardCharsets.UTF_8);
        assertThat(paths).contains("项目间调剂").contains("政府决定").doesNotContain("annual-cut-off");
        assertThat(finance.bytes(list + "paths&format=xlsx").body()).startsWith('P', 'K');
        assertThat(finance.get("/policy?division=411200&day=2025-06-01").body())
                .contains("/policy?division=411200&amp;day=2025-06-01&amp;of=limits&amp;format=xlsx");
    }
}
