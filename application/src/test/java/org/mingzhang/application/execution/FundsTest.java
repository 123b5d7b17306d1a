package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.PeopleOverHttp;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.kernel.value.Role;

/** Sources of supplements over HTTP and on their pages: kept by the budget office, chosen by departments. */
class FundsTest {
    private static final String FUNDS = "411200-funds-2025";
    private static final String PAGE = "/funds/" + FUNDS;
    private static final String API = "/api" + PAGE;
    private static final String ADJUSTMENTS = "/api/budgets/411200-103-2025/adjustments";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static PeopleOverHttp people;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        people = new PeopleOverHttp(application);
        people.person("office", Role.BUDGET_OFFICE, "411200");
        people.person("desk", Role.SECTOR_DESK, "411200");
        people.person("elsewhere", Role.BUDGET_OFFICE, "411300");
        people.person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        people.person("head", Role.DEPARTMENT_HEAD, "411200-103");
        people.person("auditor", Role.AUDITOR, "411200");
        people.person("neighbour", Role.DEPARTMENT_FINANCE, "411200-104");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_sample_draws_on_its_sources() throws Exception {
        JsonNode reserve = source(1);
        assertThat(reserve.get("kind").textValue()).isEqualTo("RESERVE");
        assertThat(reserve.get("reservePercent").doubleValue()).isEqualTo(2.0);
        assertThat(reserve.get("warnings")).isEmpty();
        assertThat(reserve.at("/uses/0/adjustment").intValue()).isEqualTo(3);
        assertThat(reserve.at("/uses/0/drawn").longValue()).isEqualTo(3_000_000);
        assertThat(source(3).get("drawn").longValue()).isEqualTo(10_000_000);
        assertThat(source(2).get("reserved").longValue()).isZero();
    }

    @Test
    void a_source_is_registered_drawn_on_until_nothing_is_left_and_given_back() throws Exception {
        String registered = registration("UNALLOCATED", "年初预留之二", "三财预〔2025〕31号", 50_000);
        HttpResponse<String> made = post("office", API + "/sources", registered);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location").orElse("")).startsWith("/api/funds/" + FUNDS);
        assertThat(post("office", API + "/sources", registered).body()).contains("source-known");
        int number = numberOf("年初预留之二");

        HttpResponse<String> taken = post("finance", ADJUSTMENTS, supplement(number, 4_900_000));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(source(number).get("reserved").longValue()).isEqualTo(4_900_000);
        HttpResponse<String> more = post("finance", ADJUSTMENTS, supplement(number, 100_001));
        assertThat(more.statusCode()).isEqualTo(422);
        JsonNode error = JSON.readTree(more.body()).at("/errors/0");
        assertThat(error.get("key").textValue()).isEqualTo("source-exhausted");
        assertThat(error.get("pointer").textValue()).isEqualTo("/sourceNumber");
        assertThat(error.at("/arguments/left").textValue()).contains("0.10万元");
        String document = ADJUSTMENTS + "/" + lastAdjustment();
        assertThat(post("head", document + "/return", "{\"reason\":\"缺测算\"}").statusCode())
                .isEqualTo(200);
        assertThat(source(number).get("left").longValue()).isEqualTo(5_000_000);
    }

    @Test
    void only_the_budget_office_of_the_division_keeps_them() throws Exception {
        String sent = registration("RESERVE", "另一笔预备费", "三财预〔2025〕32号", 1_000);
        assertThat(post("finance", API + "/sources", sent).statusCode()).isEqualTo(403);
        assertThat(post("desk", API + "/sources", sent).statusCode()).isEqualTo(409);
        assertThat(post("elsewhere", API + "/sources", sent).statusCode()).isEqualTo(403);
        assertThat(get("elsewhere", API).statusCode()).isEqualTo(404);
        assertThat(new Browsing(application.address()).program(API).statusCode())
                .isEqualTo(401);
        assertThat(post("office", "/api/funds/411200-103-2025/sources", sent).statusCode())
                .isEqualTo(400);
        assertThat(post("office", API + "/sources", "{\"kind\":\"LOTTERY\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void its_lists_are_files_too_and_hold_what_their_reader_sees() {
        Browsing office = as("office");
        assertThat(office.get(PAGE).body()).contains(PAGE + "?format=xlsx");
        assertThat(text(office, PAGE + "?format=csv"))
                .contains("预备费")
                .contains("余额")
                .contains("三财预")
                .contains("2.00");
        assertThat(text(office, PAGE + "/sources/1?format=csv")).contains("动支").contains("411200-103-2025");
        assertThat(text(as("neighbour"), PAGE + "/sources/1?format=csv"))
                .contains("登记")
                .doesNotContain("411200-103-2025");
        assertThat(text(office, "/funds?format=csv")).contains(FUNDS);
        assertThat(office.bytes(PAGE + "?format=xlsx").body()).startsWith('P', 'K');
        assertThat(as("elsewhere").get(PAGE + "?format=csv").statusCode()).isEqualTo(404);
        assertThat(office.get(PAGE + "?format=pdf").statusCode()).isEqualTo(400);
    }

    @Test
    void a_name_that_looks_like_a_formula_is_refused_and_stands_in_no_file() throws Exception {
        String registered = registration("UNALLOCATED", "=1+1", "三财预〔2025〕39号", 10);
        HttpResponse<String> refused = post("office", API + "/sources", registered);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).at("/errors/0/key").textValue())
                .isEqualTo("text-active");
        assertThat(text(as("office"), PAGE + "?format=csv")).doesNotContain("1+1");
    }

    private static String text(Browsing who, String path) {
        HttpResponse<byte[]> answer = who.bytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void what_was_refused_is_noted_for_the_auditors() throws Exception {
        assertThat(post("desk", API + "/sources", registration("RESERVE", "又一笔", "三财预〔2025〕33号", 1_000))
                        .statusCode())
                .isEqualTo(409);
        assertThat(as("auditor")
                        .get("/ledger/submissions?outcome=REFUSED&budget=" + FUNDS)
                        .body())
                .contains("登记资金来源")
                .contains("desk")
                .doesNotContain("??");
    }

    @Test
    void a_department_sees_what_it_may_choose_and_no_document_of_another() throws Exception {
        JsonNode seen = JSON.readTree(get("neighbour", API).body());
        assertThat(seen.at("/sources/0/left").longValue()).isPositive();
        assertThat(seen.at("/sources/0/uses")).isEmpty();
        assertThat(seen.toString()).doesNotContain("411200-103");
        assertThat(JSON.readTree(get("finance", API).body()).at("/sources/0/uses"))
                .isNotEmpty();
        String page = as("neighbour").get(PAGE + "/sources/1").body();
        assertThat(page).contains("余额").doesNotContain("411200-103").doesNotContain("登记资金来源");
    }

    @Test
    void a_source_is_kept_on_its_page() {
        Browsing office = as("office");
        Map<String, String> fields = new HashMap<>(Map.of(
                "kind", "TRANSFER", "name", "配套专项", "amount", "12", "amountUnit", "万元", "fund", "GENERAL_PUBLIC"));
        fields.putAll(document("豫财预〔2025〕99号"));
        fields.put("matchingRequired", "true");
        assertThat(office.follow(office.submit(PAGE, PAGE + "/sources", fields)))
                .contains("配套专项")
                .contains("需配套")
                .contains("120,000.00");
        String source = PAGE + "/sources/" + number(office, "配套专项");
        Map<String, String> more = new HashMap<>(document("豫财预〔2025〕100号"));
        more.putAll(Map.of("amount", "3", "amountUnit", "万元", "note", "追加下达"));
        assertThat(office.follow(office.submit(source, source + "/increase", more)))
                .contains("150,000.00")
                .contains("追加下达");
        Map<String, String> less = new HashMap<>(document("豫财预〔2025〕100号"));
        less.putAll(Map.of("amount", "-1", "amountUnit", "元", "name", "配套专项", "reason", "更正"));
        assertThat(office.follow(office.submit(source, source + "/correct", less)))
                .contains("不能改为");
        assertThat(as("finance").get("/execute/411200-103-2025/adjustments/new").body())
                .contains("配套专项")
                .contains("余额 150,000.00 元");
        assertThat(as("finance").get(source).body()).doesNotContain("/increase");
        assertThat(office.get(PAGE + "?lang=en").body()).doesNotContain("??");
        assertThat(office.get("/funds?lang=en").body()).contains("Sources of funds");
        assertThat(office.get(PAGE + "/sources/9999").statusCode()).isEqualTo(404);
        assertThat(office.get("/funds/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void a_reserve_outside_the_share_of_the_law_is_taken_and_warned_of() throws Exception {
        String small = registration("RESERVE", "过小的预备费", "三财预〔2025〕33号", 9)
                .replace("{\"kind\"", "{\"generalExpenditure\": \"1000\", \"kind\"");
        assertThat(post("office", API + "/sources", small).statusCode()).isEqualTo(201);
        assertThat(source(numberOf("过小的预备费")).get("warnings").get(0).textValue())
                .isEqualTo("reserve-outside-1-to-3-percent");
        assertThat(as("office").get(PAGE + "/sources/" + numberOf("过小的预备费")).body())
                .contains("0.90%");
    }

    private static int number(Browsing browsing, String name) {
        String page = browsing.get(PAGE).body();
        int at = page.lastIndexOf("/sources/", page.indexOf(">" + name + "<"));
        return Integer.parseInt(page.substring(at + "/sources/".length()).split("\"")[0]);
    }

    private static Map<String, String> document(String number) {
        return Map.of("documentNumber", number, "title", "通知", "issuer", "三门峡市财政局", "date", "2025-05-06");
    }

    private static String registration(String kind, String name, String document, long yuan) {
        return """
            {"kind": "%s", "name": "%s", "amount": "%d", "amountUnit": "元", "documentNumber": "%s",
             "title": "通知", "issuer": "三门峡市财政局", "date": "2025-05-06"}\
            """.formatted(kind, name, yuan, document);
    }

    private static String supplement(int source, long fen) {
        return """
            {"direction": "SUPPLEMENT", "reason": "临时任务", "requestContent": "测算", "effectiveOn": "2025-12-31",
             "amountUnit": "元", "sourceNumber": "%d", "to": [{"line": "1", "amountFen": "%d"}]}\
            """.formatted(source, fen);
    }

    private static int lastAdjustment() throws Exception {
        JsonNode all = JSON.readTree(
                get("finance", "/api/execution/411200-103-2025/adjustments").body());
        return all.get(all.size() - 1).get("number").intValue();
    }

    private static int numberOf(String name) throws Exception {
        for (JsonNode source : JSON.readTree(get("office", API).body()).get("sources")) {
            if (source.get("name").textValue().equals(name)) {
                return source.get("number").intValue();
            }
        }
        throw new AssertionError("no source " + name);
    }

    private static JsonNode source(int number) throws Exception {
        return JSON.readTree(get("office", API + "/sources/" + number).body());
    }

    private static Browsing as(String login) {
        return people.as(login);
    }

    private static HttpResponse<String> post(String login, String path, String body) throws Exception {
        return people.send(people.request(login, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String login, String path) throws Exception {
        return people.get(login, path);
    }
}
