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
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;

/** 划转 over HTTP and on the pages of both departments. */
class ReorganisationPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String OURS = "411200-103-2025";
    private static final String THEIRS = BigDataBureau.BUDGET.toString();
    private static final String COMMANDS = "/api/budgets/" + OURS + "/adjustments";
    private static final String FORM = "/execute/" + OURS + "/adjustments/new";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        BigDataBureau.approved(application);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("clerk", Role.UNIT_OFFICER, "411200-103/103005");
        person("head", Role.DEPARTMENT_HEAD, "411200-103");
        person("bureau", Role.DEPARTMENT_FINANCE, "411200-104");
        person("bureau.head", Role.DEPARTMENT_HEAD, "411200-104");
        person("desk", Role.SECTOR_DESK, "411200");
        person("office", Role.BUDGET_OFFICE, "411200");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void it_is_handed_in_decided_on_and_in_effect_on_both_sides_at_once() throws Exception {
        int number = submitted("D2", 500_000);
        int theirs = get("finance", "/api/execution/" + OURS + "/adjustments/" + number)
                .at("/counterpart/number")
                .intValue();
        JsonNode there = get("bureau", "/api/execution/" + THEIRS + "/adjustments/" + theirs);
        assertThat(there.get("kind").textValue()).isEqualTo("REORGANISATION");
        assertThat(there.at("/counterpart/leads").booleanValue()).isFalse();
        assertThat(there.at("/counterpart/budget").textValue()).isEqualTo(OURS);
        assertThat(there.at("/counterpart/entries/0/change").longValue()).isEqualTo(-500_000);
        assertThat(there.at("/entries/0/change").longValue()).isEqualTo(500_000);

        assertThat(post(
                                "bureau.head",
                                "/api/budgets/" + THEIRS + "/adjustments/" + theirs + "/review",
                                "{\"station\":\"DEPARTMENT_REVIEW\"}")
                        .body())
                .contains("follows-another");
        long before = line("bureau", THEIRS, "D2").get("available").longValue();
        inEffect(number);
        assertThat(line("bureau", THEIRS, "D2").get("available").longValue()).isEqualTo(before + 500_000);
        assertThat(line("bureau", THEIRS, "D2").get("initial").longValue()).isEqualTo(1_000_000);
        assertThat(get("bureau", "/api/execution/" + THEIRS + "/adjustments/" + theirs)
                        .get("status")
                        .textValue())
                .isEqualTo("effective");

        assertThat(post(
                                "finance",
                                COMMANDS + "/" + number + "/reversal",
                                "{\"reason\":\"划转有误\",\"effectiveOn\":\"2025-12-31\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(line("bureau", THEIRS, "D2").get("available").longValue()).isEqualTo(before);
        inEffect(number + 1);
        assertThat(line("bureau", THEIRS, "D2").get("adjusted").longValue()).isEqualTo(before - 1_000_000);
    }

    @Test
    void a_line_is_made_for_the_other_department_with_the_governmental_class_of_its_unit() throws Exception {
        String fresh = """
                {"line": "D9", "amountFen": "100", "unit": "104001", "function": "2010301", "category": "OPERATING",
                 "deptEconomic": "30201", "fund": "GENERAL_PUBLIC", "source": "CURRENT", "appropriated": true}""";
        HttpResponse<String> made = post("finance", COMMANDS, reorganisation(THEIRS, 100, fresh));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        inEffect(last("finance", OURS));

        JsonNode line = line("bureau", THEIRS, "D9");
        assertThat(line.get("adjusted").longValue()).isEqualTo(100);
        assertThat(line.get("initial").longValue()).isZero();
        assertThat(line.get("govEconomic").textValue()).isEqualTo("50201");
        assertThat(table("bureau", "adjusted")).isNotEqualTo(table("bureau", "initial"));
    }

    @Test
    void what_is_wrong_is_said_of_the_field_that_it_is_about() throws Exception {
        long available = line("finance", OURS, "1").get("available").longValue();
        assertThat(post("finance", COMMANDS, reorganisation(THEIRS, available + 1, named("D2", available + 1)))
                        .body())
                .contains("/from/0/amount")
                .contains("not-available");
        assertThat(post("finance", COMMANDS, reorganisation(THEIRS, 100, named("D2", 99)))
                        .body())
                .contains("shift-unbalanced");
        assertThat(post("finance", COMMANDS, reorganisation(THEIRS, 100, named("D77", 100)))
                        .body())
                .contains("/to/0/line");
        String elsewhere = """
                {"line": "D2", "amountFen": "100", "unit": "104001", "function": "2010301", "category": "PERSONNEL",
                 "deptEconomic": "30101", "fund": "GENERAL_PUBLIC", "source": "CURRENT", "appropriated": true}""";
        assertThat(post("finance", COMMANDS, reorganisation(THEIRS, 100, elsewhere))
                        .body())
                .contains("/to/0/line")
                .contains("line-classification-differs");
        assertThat(post("finance", COMMANDS, reorganisation("411200-999-2025", 100, elsewhere))
                        .body())
                .contains("/counterpart")
                .contains("request.counterpart-unknown");
        assertThat(post("finance", COMMANDS, reorganisation("411200-104", 100, elsewhere))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(
                                "finance",
                                COMMANDS,
                                reorganisation(THEIRS, 100, named("D2", 100)).replace("REORGANISATION", "SHIFT"))
                        .body())
                .contains("counterpart-not-asked");
        HttpResponse<String> without = post(
                "finance",
                COMMANDS,
                reorganisation(THEIRS, 100, named("2", 100)).replace("\"counterpart\": \"" + THEIRS + "\",", ""));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("counterpart-missing");
    }

    @Test
    void nobody_gives_away_what_is_not_theirs_and_nobody_takes() throws Exception {
        assertThat(post("clerk", COMMANDS, reorganisation(THEIRS, 100, named("D2", 100)))
                        .statusCode())
                .as("a line of another unit")
                .isEqualTo(403);
        assertThat(post("bureau", COMMANDS, reorganisation(THEIRS, 100, named("D2", 100)))
                        .statusCode())
                .as("the department that would gain")
                .isEqualTo(403);
        assertThat(raw("bureau", "/api/execution/" + OURS + "/adjustments").statusCode())
                .isEqualTo(404);
        assertThat(post("office", COMMANDS, reorganisation(THEIRS, 100, named("D2", 100)))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_preview_tells_the_giving_side_the_change_and_the_finance_bureau_the_whole() throws Exception {
        JsonNode own = JSON.readTree(post(
                        "finance",
                        "/api/execution/" + OURS + "/adjustments/preview",
                        reorganisation(THEIRS, 300, named("D2", 300)))
                .body());
        assertThat(own.get("against")).as(own.toString()).isEmpty();
        assertThat(own.at("/elsewhere/0/budget").textValue()).isEqualTo(THEIRS);
        assertThat(own.at("/elsewhere/0/lines/0/change").textValue()).isEqualTo("3.00");
        assertThat(own.at("/elsewhere/0/lines/0/budget").textValue()).isEmpty();

        int number = submitted("D2", 300);
        JsonNode whole = get("desk", "/api/execution/" + OURS + "/adjustments/preview?numbers=" + number);
        assertThat(whole.at("/elsewhere/0/lines/0/then").textValue()).isNotEmpty();
        int theirs = last("bureau", THEIRS);
        JsonNode there = get("bureau", "/api/execution/" + THEIRS + "/adjustments/preview?numbers=" + theirs);
        assertThat(there.get("against")).as(there.toString()).isEmpty();
        assertThat(there.at("/lines/0/key").textValue()).isEqualTo("D2");
        assertThat(there.at("/elsewhere/0/budget").textValue()).isEqualTo(OURS);
        withdrawn(number);
    }

    @Test
    void an_officer_writes_it_on_the_page_with_the_lines_of_the_other_department() throws Exception {
        Browsing finance = as("finance");
        assertThat(finance.get(FORM).body())
                .contains("划转")
                .contains("104 市大数据局")
                .doesNotContain("l-there\" lang");
        Map<String, String> asked = new HashMap<>(Map.of(
                "direction", "REORGANISATION",
                "counterpart", THEIRS,
                "from[0].line", "1",
                "from[0].amount", "7",
                "amountUnit", "元",
                "reason", "数据管理职能划入市大数据局",
                "requestContent", "三编办〔2025〕3号",
                "effectiveOn", "2025-12-31"));
        String listed = finance.follow(finance.post(FORM, "/execute/" + OURS + "/adjustments/preview", asked));
        assertThat(listed).contains("id=\"l-there\"").contains("value=\"D2\"").contains("104001 大数据局本级");
        asked.put("to[0].line", "D2");
        asked.put("to[0].amount", "7");
        String foreseen = finance.follow(finance.post(FORM, "/execute/" + OURS + "/adjustments/preview", asked));
        assertThat(foreseen).contains("对方部门 市大数据局");
        assertThat(finance.target(finance.submit(FORM, "/execute/" + OURS + "/adjustments", asked)))
                .contains("after=");
        int number = last("finance", OURS);
        String ours = finance.get("/execute/" + OURS + "/adjustments/" + number).body();
        assertThat(ours).contains("市大数据局").contains("调整单第 ").contains("D2").contains("对方明细");
        assertThat(ours).as("not theirs to read").doesNotContain("/execute/" + THEIRS + "/adjustments/");
        int theirs = last("bureau", THEIRS);
        Browsing bureau = as("bureau.head");
        String there =
                bureau.get("/execute/" + THEIRS + "/adjustments/" + theirs).body();
        assertThat(there).contains("市人民政府办公室").contains("对方单据").doesNotContain("/review");
        assertThat(bureau.get("/approvals").body()).doesNotContain("/execute/" + THEIRS + "/adjustments/" + theirs);
        assertThat(as("head").get("/approvals").body()).contains("/execute/" + OURS + "/adjustments/" + number);
        assertThat(as("desk").get("/execute/" + OURS + "/adjustments/" + number).body())
                .contains("/execute/" + THEIRS + "/adjustments/" + theirs);
        assertThat(bureau.get("/execute/" + THEIRS + "/adjustments/" + theirs + "/print")
                        .body())
                .contains("划转对方：市人民政府办公室");
        for (String page : new String[] {
            "/execute/" + THEIRS + "/adjustments/" + theirs, "/execute/" + THEIRS + "/adjustments",
        }) {
            assertThat(bureau.get(page + "?lang=en").body()).doesNotContain("??");
        }
        assertThat(finance.get(FORM + "?lang=en").body())
                .contains("receiving department")
                .doesNotContain("??");
        withdrawn(number);
        assertThat(get("bureau", "/api/execution/" + THEIRS + "/adjustments/" + theirs)
                        .get("status")
                        .textValue())
                .isEqualTo("withdrawn");
    }

    @Test
    void a_project_comes_along_with_its_money() throws Exception {
        JsonNode line = line("finance", OURS, "54");
        String project = line.get("project").textValue();
        String made = """
                {"direction": "REORGANISATION", "counterpart": "%s", "reason": "项目随职能划转", "effectiveOn": "2025-12-31",
                 "requestContent": "三编办〔2025〕3号", "amountUnit": "元", "performanceUnaffected": "true",
                 "from": [{"line": "54", "amountFen": "1000"}],
                 "to": [{"line": "D54", "amountFen": "1000", "unit": "104001", "function": "%s", "category": "%s",
                         "project": "%s", "deptEconomic": "%s", "fund": "GENERAL_PUBLIC", "source": "CURRENT",
                         "appropriated": true}]}""".formatted(
                        THEIRS,
                        line.get("function").textValue(),
                        line.get("category").textValue(),
                        project,
                        line.get("deptEconomic").textValue());
        HttpResponse<String> answer = post("finance", COMMANDS, made);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        int theirs = last("bureau", THEIRS);
        assertThat(as("bureau")
                        .get("/execute/" + THEIRS + "/adjustments/" + theirs)
                        .statusCode())
                .as("its project is not there yet")
                .isEqualTo(200);
        inEffect(last("finance", OURS));

        assertThat(line("bureau", THEIRS, "D54").get("project").textValue()).isEqualTo(project);
        String page =
                as("bureau").get("/execute/" + THEIRS + "/projects/" + project).body();
        assertThat(page).contains("划入本部门").doesNotContain("??");
        assertThat(as("bureau").get("/execute/" + THEIRS + "/projects?lang=en").body())
                .contains(project);
    }

    @Test
    void the_file_that_came_with_it_is_read_by_both_departments() throws Exception {
        UploadedFile plan = new UploadedFile("方案.pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8));
        Browsing finance = as("finance");
        String target = finance.target(finance.submit(
                FORM,
                "/execute/" + OURS + "/adjustments",
                Map.of(
                        "direction", "REORGANISATION",
                        "counterpart", THEIRS,
                        "from[0].line", "1",
                        "from[0].amount", "3",
                        "to[0].line", "D2",
                        "to[0].amount", "3",
                        "amountUnit", "元",
                        "reason", "职能划转",
                        "effectiveOn", "2025-12-31"),
                List.of(plan)));
        assertThat(target).contains("after=");
        int theirs = last("bureau", THEIRS);
        String document = "/api/execution/" + THEIRS + "/adjustments/" + theirs;
        String hash = get("bureau", document).at("/attachments/0/sha256").textValue();

        HttpResponse<String> read = raw("bureau", document + "/attachments/" + hash);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(read.body()).startsWith("%PDF-1.7");
        withdrawn(last("finance", OURS));
    }

    @Test
    void a_returned_one_is_mended_with_the_lines_of_both_sides() throws Exception {
        int number = submitted("D2", 400);
        assertThat(post("head", COMMANDS + "/" + number + "/return", "{\"reason\":\"缺文件\"}")
                        .statusCode())
                .isEqualTo(200);
        get("finance", "/api/execution/" + OURS + "/adjustments");

        assertThat(as("finance").get(FORM + "?mends=" + number).body())
                .contains("value=\"D2\"")
                .contains("value=\"" + THEIRS + "\" selected");
    }

    private static int submitted(String line, long fen) throws Exception {
        HttpResponse<String> made = post("finance", COMMANDS, reorganisation(THEIRS, fen, named(line, fen)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return last("finance", OURS);
    }

    private static void withdrawn(int number) throws Exception {
        assertThat(post("finance", COMMANDS + "/" + number + "/withdrawal", "{\"reason\":\"试办\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void inEffect(int number) throws Exception {
        String document = COMMANDS + "/" + number;
        done(post("head", document + "/review", "{\"station\":\"DEPARTMENT_REVIEW\"}"));
        done(post("desk", document + "/review", "{\"station\":\"FINANCE_REVIEW\"}"));
        done(post("office", document + "/effect", """
                {"documentNumber": "虚财预〔2025〕71号", "title": "关于划转预算的批复", "issuer": "三门峡市财政局",
                 "date": "2025-12-31", "invented": true, "effectiveOn": "2025-12-31"}"""));
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String named(String line, long fen) {
        return "{\"line\": \"%s\", \"amountFen\": \"%d\"}".formatted(line, fen);
    }

    private static String reorganisation(String other, long fen, String to) {
        return """
                {"direction": "REORGANISATION", "counterpart": "%s", "reason": "职能划转", "requestContent": "三编办〔2025〕3号",
                 "effectiveOn": "2025-12-31", "amountUnit": "元", "from": [%s], "to": [%s]}""".formatted(other, named("1", fen), to);
    }

    private static int last(String login, String budget) throws Exception {
        JsonNode all = get(login, "/api/execution/" + budget + "/adjustments");
        return all.get(all.size() - 1).get("number").intValue();
    }

    private static JsonNode line(String login, String budget, String key) throws Exception {
        for (JsonNode line : get(login, "/api/execution/" + budget + "/lines")) {
            if (line.get("line").textValue().equals(key)) {
                return line;
            }
        }
        throw new AssertionError("no line " + key);
    }

    private static JsonNode table(String login, String basis) throws Exception {
        return get(login, "/api/budgets/" + THEIRS + "/tables/3?unit=yuan&basis=" + basis)
                .get("rows");
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static HttpResponse<String> post(String login, String path, String body) throws Exception {
        return CLIENT.send(
                request(login, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode get(String login, String path) throws Exception {
        return JSON.readTree(raw(login, path).body());
    }

    private static HttpResponse<String> raw(String login, String path) throws Exception {
        FactFeed feed = application.context().getBean(FactFeed.class);
        long head = application.context().getBean(EventLog.class).head();
        assertThat(feed.await(head, Duration.ofSeconds(20))).isTrue();
        return CLIENT.send(request(login, path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String login, String path) {
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + credentials);
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
