package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** A reviewer decides a second time, in a tab of before or by a program without a key: he is told where the document is. */
class SecondClickPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String PAGE = "/execute/" + ID + "/adjustments";
    private static final Map<String, String> STATION = Map.of("station", "DEPARTMENT_REVIEW");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("head", Role.DEPARTMENT_HEAD, "411200-103");
        person("desk", Role.SECTOR_DESK, "411200");
        person("clerk", Role.UNIT_OFFICER, "411200-103/103005");
        person("neighbour", Role.DEPARTMENT_HEAD, "411200-201");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_page_of_a_stale_tab_says_it_in_both_languages() {
        int number = submitted("50", "49");
        String document = PAGE + "/" + number;
        Browsing first = as("head");
        Browsing second = as("head");
        assertThat(second.get(document).body()).contains(document + "/review");
        first.submit(document, document + "/review", STATION);

        for (String act : List.of("review", "return", "rejection")) {
            String told = second.follow(second.post(document, document + "/" + act, act(document)));
            assertThat(told)
                    .as(act)
                    .contains("data-error-summary")
                    .contains("调整单第 " + number + " 号现在的环节是“财政审核”，不是“部门审核”。")
                    .contains("部门负责人head通过部门审核。")
                    .doesNotContain("角色不能办理此事");
        }
        second.get("/?lang=en");
        String english = second.follow(second.post(document, document + "/review", act(document)));
        assertThat(english)
                .contains("Adjustment no. " + number
                        + " is at review by the finance bureau now, not at review by the department.")
                .contains("head (department head) passed the review by the department on ");

        Browsing desk = as("desk");
        desk.submit(document, document + "/review", Map.of("station", "FINANCE_REVIEW"));
        assertThat(desk.follow(desk.post(document, document + "/return", act(document))))
                .contains("已通过全部环节")
                .contains("财政业务科室desk通过财政审核。");
    }

    @Test
    void the_queue_of_before_says_it_too() {
        int number = submitted("47", "46");
        String document = PAGE + "/" + number;
        String pick = ID + "/" + number + "/DEPARTMENT_REVIEW";
        as("head").submit(document, document + "/review", STATION);

        Browsing stale = as("head");
        Map<String, String> fields = new HashMap<>(Map.of("comment", "同意", "act", "pass", "pick", pick));
        assertThat(stale.follow(stale.post("/approvals", "/approvals/decide", fields)))
                .contains("现在的环节是“财政审核”，不是“部门审核”。")
                .contains("部门负责人head通过部门审核。");
    }

    @Test
    void a_program_is_told_the_same_and_whoever_has_no_right_learns_nothing() throws Exception {
        int number = submitted("44", "43");
        String address = "/api/budgets/" + ID + "/adjustments/" + number;
        String review = "{\"station\":\"DEPARTMENT_REVIEW\"}";
        assertThat(post("head", address + "/review", review).statusCode()).isEqualTo(200);
        String reason = "{\"reason\":\"附件不全\"}";
        for (String[] act : new String[][] {{"/review", review}, {"/return", reason}, {"/rejection", reason}}) {
            HttpResponse<String> again = post("head", address + act[0], act[1]);
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(keys(again)).containsExactly("not-at-station", "last-acted");
        }
        for (String stranger : List.of("clerk", "neighbour")) {
            HttpResponse<String> foreign = post(stranger, address + "/return", reason);
            assertThat(foreign.statusCode()).isIn(403, 404);
            assertThat(foreign.body()).doesNotContain("财政审核").doesNotContain("head");
        }
    }

    private static List<String> keys(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body()).get("errors").findValuesAsText("key");
    }

    private static Map<String, String> act(String document) {
        return Map.of("station", "DEPARTMENT_REVIEW", "reason", "附件不全", "back", document);
    }

    private static int submitted(String from, String to) {
        Browsing finance = as("finance");
        Map<String, String> fields = new HashMap<>(
                Map.of("direction", "SHIFT", "amountUnit", "元", "effectiveOn", "2025-12-31", "reason", "工作任务变化"));
        fields.putAll(Map.of("requestContent", "测算说明", "performanceUnaffected", "true"));
        fields.putAll(Map.of("from[0].line", from, "from[0].amount", "100", "to[0].line", to, "to[0].amount", "100"));
        assertThat(finance.target(finance.submit(PAGE + "/new", PAGE, fields))).contains("after=");
        String shown = finance.get(PAGE).body();
        int at = shown.indexOf(PAGE + "/", shown.indexOf("<tbody>")) + PAGE.length() + 1;
        return Integer.parseInt(shown.substring(at, shown.indexOf('"', at)));
    }

    private static HttpResponse<String> post(String who, String path, String body) throws Exception {
        String basic = Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(application.address() + path))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
