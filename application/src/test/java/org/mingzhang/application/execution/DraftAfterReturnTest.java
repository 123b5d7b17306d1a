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
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.springframework.jdbc.core.JdbcTemplate;

/** A document comes back and is mended in a draft, in two windows and by programs: nothing is sent that nobody saw. */
class DraftAfterReturnTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String PAGE = "/execute/" + ID + "/adjustments";
    private static final String NEW = PAGE + "/new";
    private static final String COMMANDS = "/api/budgets/" + ID + "/adjustments";
    private static final String READ = "/api/execution/" + ID + "/adjustments";
    private static final String DRAFTS = READ + "/drafts";
    private static final Pattern FILLED = Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
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
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void mended_in_one_window_it_is_not_submitted_from_the_other_which_keeps_its_work() throws Exception {
        Browsing finance = new Browsing(application.address()).as("finance", PASSWORD);
        int returned = returned("页面退回的", "54", "53");
        Map<String, String> again =
                shown(finance.get(NEW + "?mends=" + returned).body());
        assertThat(again).containsEntry("mends", Integer.toString(returned));
        again.putAll(whole("重新测算", "54", "53"));
        String draft = finance.target(finance.post(NEW, PAGE + "/drafts", again));
        assertThat(draft).contains("draft=");

        Map<String, String> first = shown(finance.get(draft).body());
        Map<String, String> second = shown(finance.get(draft).body());
        assertThat(first).as("the draft still mends").containsEntry("mends", Integer.toString(returned));
        first.putAll(whole("第一个窗口改的", "54", "53"));
        second.putAll(whole("第二个窗口写的", "54", "53"));
        second.put("from[0].amount", "90");
        second.put("to[0].amount", "90");
        finance.post(draft, PAGE + "/drafts", first);
        long recorded = application.recorded(ID);

        String conflict = finance.follow(finance.post(draft, PAGE, second));
        assertThat(conflict).as("what was typed").contains("value=\"第二个窗口写的\"").contains("value=\"90\"");
        assertThat(conflict)
                .as("what changed")
                .contains("此草稿已在另一个窗口")
                .contains("还没有提交")
                .contains("<td>第一个窗口改的</td><td>第二个窗口写的</td>");
        assertThat(documents()).as("no document").hasSize(returned);
        assertThat(application.recorded(ID)).as("that it was turned away").isEqualTo(recorded + 1);
        finance.get("/?lang=en");
        assertThat(finance.follow(finance.post(draft, PAGE, second)))
                .contains("This draft was saved from another window")
                .contains("has not been submitted");
        finance.get("/?lang=zh-CN");

        Map<String, String> seen = shown(finance.follow(finance.post(draft, PAGE, second)));
        seen.putAll(whole("第二个窗口写的", "54", "53"));
        assertThat(finance.target(finance.post(draft, PAGE, seen))).contains("after=");
        JsonNode document = documents().get(returned);
        assertThat(document.get("reason").textValue()).isEqualTo("第二个窗口写的");
        assertThat(finance.get(PAGE + "/" + returned).body()).contains("已由第 " + (returned + 1) + " 号重新提交");
        assertThat(finance.get(PAGE + "/" + (returned + 1)).body()).contains(PAGE + "/" + returned);
        assertThat(finance.get(PAGE).body()).doesNotContain("第一个窗口改的");
    }

    @Test
    void a_program_that_read_an_earlier_version_submits_nothing_and_is_told_which_there_is() throws Exception {
        int returned = returned("接口退回的", "50", "49");
        String body = document("重新提交", "50", "49").replaceFirst("\\{", "{\"mends\":" + returned + ",");
        String address = made(body);
        assertThat(send("PUT", address, body.replace("重新提交", "别处改的"), "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> stale = send("POST", address + "/submission", "", "If-Match", "\"0\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("draft-saved").contains("\"actual\":\"1\"");
        HttpResponse<String> late = send("PUT", address, body.replace("重新提交", "我写的"), "If-Match", "\"0\"");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("draft-differs").contains("别处改的").contains("我写的");

        HttpResponse<String> done = send("POST", address + "/submission", "", "If-Match", "\"1\"");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        JsonNode document = documents().get(documents().size() - 1);
        assertThat(document.get("reason").textValue()).isEqualTo("别处改的");
        assertThat(document.get("mends").intValue()).isEqualTo(returned);
        HttpResponse<String> twice = send("POST", made(body) + "/submission", "");
        assertThat(twice.statusCode()).as("it is mended once").isEqualTo(409);
        assertThat(twice.body()).contains("already-mended");
    }

    @Test
    void a_draft_that_was_changed_after_it_was_submitted_is_never_sent_by_who_only_asks_again() throws Exception {
        String address = made(document("第一版", "47", "46"));
        JsonNode first = JSON.readTree(send("POST", address + "/submission", "").body());
        savedMeanwhile(address, "第二版", "47", "46");
        int before = documents().size();

        HttpResponse<String> again = send("POST", address + "/submission", "");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(412);
        assertThat(again.body()).contains("draft-saved").contains("\"actual\":\"1\"");
        String used = "draft-" + id(address) + "-0";
        JsonNode told = JSON.readTree(send("POST", address + "/submission", "", "Idempotency-Key", used)
                .body());
        assertThat(told.get("repeated").booleanValue()).isTrue();
        assertThat(told.get("position")).isEqualTo(first.get("position"));
        assertThat(send("POST", address + "/submission", "", "Idempotency-Key", "another")
                        .statusCode())
                .as("a key of its own does not say that the change was seen")
                .isEqualTo(412);
        assertThat(documents()).hasSize(before);
        assertThat(send("GET", address, "").body()).contains("第二版");

        HttpResponse<String> seen = send("POST", address + "/submission", "", "If-Match", "\"1\"");
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(201);
        assertThat(documents()).hasSize(before + 1);
    }

    @Test
    void a_changed_draft_under_a_key_of_before_is_not_said_to_be_submitted() throws Exception {
        String address = made(document("第一版", "44", "43"));
        String submission = address + "/submission";
        assertThat(send("POST", submission, "", "Idempotency-Key", "mine").statusCode())
                .isEqualTo(201);
        savedMeanwhile(address, "第二版", "44", "43");

        HttpResponse<String> answer = send("POST", submission, "", "Idempotency-Key", "mine", "If-Match", "\"1\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("key-reused");
        assertThat(send("GET", address, "").body()).contains("第二版");
        for (String[] repeated : new String[][] {{}, {"If-Match", "\"0\""}}) {
            String[] headers = Stream.concat(Stream.of("Idempotency-Key", "mine"), Stream.of(repeated))
                    .toArray(String[]::new);
            assertThat(send("POST", submission, "", headers).body()).contains("\"repeated\":true");
        }
        send("DELETE", address, "");
    }

    /** Another window saved it while it was on its way, and what that one wrote stays a draft. */
    private static void savedMeanwhile(String address, String reason, String from, String to) throws Exception {
        String other = made(document(reason, from, to));
        assertThat(application
                        .context()
                        .getBean(JdbcTemplate.class)
                        .update("update adjustment_draft set id = ?, version = 1 where id = ?", id(address), id(other)))
                .isOne();
    }

    private static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private static int returned(String reason, String from, String to) throws Exception {
        assertThat(send("POST", COMMANDS, document(reason, from, to)).statusCode())
                .isEqualTo(201);
        int number = documents().size();
        String back = "{\"reason\":\"请补充测算\"}";
        assertThat(as("head", "POST", COMMANDS + "/" + number + "/return", back).statusCode())
                .isEqualTo(200);
        return number;
    }

    private static String document(String reason, String from, String to) {
        return "{\"direction\":\"SHIFT\",\"reason\":\"" + reason + "\",\"effectiveOn\":\"2025-12-31\","
                + "\"from\":[{\"line\":\"" + from + "\",\"amountFen\":10000}],\"to\":[{\"line\":\"" + to
                + "\",\"amountFen\":10000}],\"performanceUnaffected\":true,\"requestContent\":\"测算\"}";
    }

    private static Map<String, String> whole(String reason, String from, String to) {
        Map<String, String> fields = new HashMap<>(
                Map.of("direction", "SHIFT", "amountUnit", "元", "effectiveOn", "2025-12-31", "reason", reason));
        fields.putAll(Map.of("requestContent", "测算", "performanceUnaffected", "true"));
        fields.putAll(Map.of("from[0].line", from, "from[0].amount", "100", "to[0].line", to, "to[0].amount", "100"));
        return fields;
    }

    /** What the form of the page sends of itself. */
    private static Map<String, String> shown(String page) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FILLED.matcher(page);
        while (matcher.find()) {
            if (Set.of("key", "draft", "draftVersion", "back", "kept", "mends").contains(matcher.group(1))) {
                fields.put(matcher.group(1), matcher.group(2));
            }
        }
        return fields;
    }

    private static JsonNode documents() throws Exception {
        return JSON.readTree(send("GET", READ, "").body());
    }

    private static String made(String body) throws Exception {
        return send("POST", DRAFTS, body).headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        return as("finance", method, path, body, headers);
    }

    private static HttpResponse<String> as(String who, String method, String path, String body, String... headers)
            throws Exception {
        String basic = Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void person(String login, Role role) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), "411200-103"), PASSWORD);
    }
}
