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

/** A document is written, put aside, taken up again and submitted by a program as on the pages; and previewed as a workbook. */
class DraftApiTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String DRAFTS = "/api/execution/" + ID + "/adjustments/drafts";
    private static final String PREVIEW = "/api/execution/" + ID + "/adjustments/preview";
    private static final String PDF = "%PDF-1.7\n%%EOF\n";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        person("finance", "411200-103");
        person("colleague", "411200-103");
        person("stranger", "411200-201");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_draft_of_a_program_goes_on_in_the_form_and_back_and_becomes_one_document() throws Exception {
        long submitted = application.recorded(ID);
        JsonNode draft = JSON.readTree(parts("finance", "POST", DRAFTS, document("从接口起草"), "files", "测算.pdf", PDF)
                .body());
        String address = DRAFTS + "/" + draft.get("id").textValue();
        assertThat(draft.get("files").get(0).get("name").textValue()).isEqualTo("测算.pdf");
        assertThat(draft.at("/document/from/0/line").textValue()).isEqualTo("54");
        Browsing page = new Browsing(application.address()).as("finance", PASSWORD);
        assertThat(page.get("/execute/" + ID + "/adjustments/new?draft="
                                + draft.get("id").textValue())
                        .body())
                .contains("从接口起草", "value=\"50000.00\"", "测算.pdf");

        HttpResponse<String> saved = send("finance", "PUT", address, document("改过"), "If-Match", "\"0\"");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(JSON.readTree(saved.body()).get("files"))
                .as("it still holds the file")
                .hasSize(1);
        HttpResponse<String> late = send("finance", "PUT", address, document("另一个窗口"), "If-Match", "\"0\"");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("draft-saved", "/reason", "改过", "另一个窗口");
        assertThat(send("finance", "PUT", address, document("没有版本")).statusCode())
                .isEqualTo(400);

        assertThat(application.recorded(ID)).as("no draft is in the ledger").isEqualTo(submitted);
        assertThat(send("finance", "POST", address + "/submission", "", "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<String> done = send("finance", "POST", address + "/submission", "", "If-Match", "\"1\"");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        assertThat(application.recorded(ID)).isGreaterThan(submitted);
        long once = application.recorded(ID);
        HttpResponse<String> again = send("finance", "POST", address + "/submission", "");
        assertThat(JSON.readTree(again.body()).get("repeated").booleanValue()).isTrue();
        assertThat(application.recorded(ID)).as("one draft, one document").isEqualTo(once);
        assertThat(send("finance", "GET", DRAFTS, "").body()).isEqualTo("[]");
        JsonNode documents = JSON.readTree(send("finance", "GET", "/api/execution/" + ID + "/adjustments", "")
                .body());
        JsonNode last = documents.get(documents.size() - 1);
        assertThat(last.get("reason").textValue()).isEqualTo("改过");
        assertThat(last.get("attachments")).hasSize(1);
    }

    @Test
    void a_draft_that_is_refused_stays_one_and_says_why() throws Exception {
        String address = made("{\"direction\":\"SHIFT\",\"reason\":\"只写了一半\"}");
        HttpResponse<String> answer = send("finance", "POST", address + "/submission", "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/effectiveOn");
        String much = document("要得太多").replace("5000000", "9999999900");
        HttpResponse<String> saved = send("finance", "PUT", address, much, "If-Match", "\"0\"");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        HttpResponse<String> refused = send("finance", "POST", address + "/submission", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/from/0/amount", "not-available");
        assertThat(send("finance", "GET", address, "").body()).contains("要得太多");
        assertThat(send("finance", "DELETE", address, "").statusCode()).isEqualTo(204);
        assertThat(send("finance", "DELETE", address, "").statusCode()).isEqualTo(404);
    }

    @Test
    void what_keeps_a_draft_from_being_submitted_is_said_when_it_is_saved_and_it_is_kept() throws Exception {
        HttpResponse<String> half = send("finance", "POST", DRAFTS, "{\"direction\":\"SHIFT\",\"reason\":\"一半\"}");
        assertThat(half.statusCode()).isEqualTo(201);
        JsonNode draft = JSON.readTree(half.body());
        assertThat(draft.get("amiss").toString()).contains("/effectiveOn", "request.field-missing", "/requestContent");
        String address = DRAFTS + "/" + draft.get("id").textValue();

        String much = document("要得太多").replace("5000000", "9999999900");
        HttpResponse<String> saved = send("finance", "PUT", address, much, "If-Match", "\"0\"");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(saved.body()).get("amiss").toString()).contains("/from/0/amount", "not-available");
        Browsing page = new Browsing(application.address()).as("finance", PASSWORD);
        String form =
                "/execute/" + ID + "/adjustments/new?draft=" + draft.get("id").textValue();
        assertThat(page.get(form).body()).contains("data-amiss", "这样还不能提交", "#f-from[0].amount");

        send("finance", "PUT", address, document("够了").replace("5000000", "100"), "If-Match", "\"1\"");
        assertThat(JSON.readTree(send("finance", "GET", address, "").body()).get("amiss"))
                .isEmpty();
        assertThat(page.get(form).body()).doesNotContain("data-amiss");
        send("finance", "DELETE", address, "");
    }

    @Test
    void what_is_no_document_at_all_is_refused_by_name_and_not_kept() throws Exception {
        String address = made(document("好的"));
        for (String[] wrong : new String[][] {
            {"\"SHIFT\"", "\"SIDEWAYS\"", "/direction", "request.not-a-choice"},
            {"5000000", "\"许多\"", "/from/0/amount", "amount"},
            {"2025-12-31", "2025-02-30", "/effectiveOn", "request.not-a-day"}
        }) {
            String body = document("不成单").replace(wrong[0], wrong[1]);
            for (HttpResponse<String> answer : List.of(
                    send("finance", "POST", DRAFTS, body),
                    send("finance", "PUT", address, body, "If-Match", "\"0\""))) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
                assertThat(answer.body()).contains(wrong[2], wrong[3]);
            }
        }
        assertThat(send("finance", "GET", DRAFTS, "").body()).contains("好的").doesNotContain("不成单");
        send("finance", "DELETE", address, "");
    }

    @Test
    void a_draft_is_its_writers_alone() throws Exception {
        String address = made(document("我的"));
        for (String somebody : new String[] {"colleague", "stranger"}) {
            for (String method : new String[] {"GET", "PUT", "DELETE"}) {
                assertThat(send(somebody, method, address, document("别人"), "If-Match", "\"0\"")
                                .statusCode())
                        .as("%s %s", somebody, method)
                        .isEqualTo(404);
            }
            assertThat(send(somebody, "POST", address + "/submission", "").statusCode())
                    .isEqualTo(404);
        }
        assertThat(send("colleague", "GET", DRAFTS, "").body()).isEqualTo("[]");
        assertThat(send("stranger", "POST", DRAFTS, document("不是他的")).statusCode())
                .isEqualTo(404);
        assertThat(send("finance", "GET", address, "").body()).contains("我的");
        send("finance", "DELETE", address, "");
    }

    @Test
    void what_no_form_could_say_and_what_nobody_may_attach_is_no_draft() throws Exception {
        assertThat(send("finance", "POST", DRAFTS, "{\"a b\":\"1\"}").body()).contains("request.field-unknown");
        HttpResponse<String> script =
                parts("finance", "POST", DRAFTS, document("附件"), "files", "宏.exe", "MZ\u0000\u0001");
        assertThat(script.statusCode()).isEqualTo(422);
        assertThat(script.body()).contains("attachment-type-forbidden", "宏.exe");
        assertThat(send("finance", "GET", DRAFTS, "").body()).isEqualTo("[]");
    }

    @Test
    void a_draft_says_what_was_sent_whatever_it_was_sent_as() throws Exception {
        String blank = document("单位后有空格").replace("{\"direction\"", "{\"amountUnit\":\"万元　\",\"direction\"");
        String address = made(blank);
        assertThat(JSON.readTree(send("finance", "GET", address, "").body())
                        .at("/document/from/0/amount")
                        .textValue())
                .as("five million fen in 万元")
                .isEqualTo("5.000000");
        send("finance", "DELETE", address, "");

        String lines = document("行在表里").replaceAll("\"from\":.*?}],\"to\":.*?}],", "");
        String csv = "行号,变动（元）\n54,-100\n53,100\n";
        JsonNode drafted = JSON.readTree(parts("finance", "POST", DRAFTS, lines, "workbook", "行.csv", csv)
                .body());
        assertThat(drafted.at("/document/from/0/line").textValue()).isEqualTo("54");
        address = DRAFTS + "/" + drafted.get("id").textValue();
        String sheet = document("表单显示过目标").replace("{\"direction\"", "{\"shown\":[\"true\"],\"direction\"");
        assertThat(send("finance", "PUT", address, sheet, "If-Match", "\"0\"").statusCode())
                .isEqualTo(200);
        HttpResponse<String> submitted = send("finance", "POST", address + "/submission", "");
        assertThat(submitted.statusCode())
                .as("what the form remembers of itself is no part of the document: " + submitted.body())
                .isEqualTo(201);

        String deep = "{\"a\":".repeat(100) + "\"1\"" + "}".repeat(100);
        assertThat(send("finance", "POST", DRAFTS, deep).statusCode()).isEqualTo(400);
        assertThat(send("finance", "GET", "/api/execution/nonsense/adjustments/drafts", "")
                        .statusCode())
                .isEqualTo(404);
    }

    /** It was a reason class before it was a mark. */
    @Test
    void a_draft_that_stated_a_cut_as_its_reason_keeps_stating_it() throws Exception {
        Browsing page = new Browsing(application.address()).as("finance", PASSWORD);
        String form = "/execute/" + ID + "/adjustments";
        page.post(
                form + "/new",
                form + "/drafts",
                Map.of("direction", "REDUCTION", "reasonClass", "REVISION_CUT", "reason", "压减"));
        String address = DRAFTS + "/"
                + JSON.readTree(send("finance", "GET", DRAFTS, "").body())
                        .get(0)
                        .get("id")
                        .textValue();
        assertThat(page.get("/execute/" + ID + "/adjustments/new?draft=" + address.substring(DRAFTS.length() + 1))
                        .body())
                .containsPattern("value=\"TOTAL_AND_KEY\"[^>]*selected")
                .doesNotContainPattern("value=\"(TOTAL|KEY)\"[^>]*selected");
        send("finance", "DELETE", address, "");
    }

    @Test
    void a_workbook_is_previewed_as_the_document_of_its_lines() throws Exception {
        long recorded = application.recorded(ID);
        String head = "{\"direction\":\"SHIFT\",\"reason\":\"批量\",\"effectiveOn\":\"2025-12-31\","
                + "\"amountUnit\":\"元\",\"performanceUnaffected\":true,\"requestContent\":\"批量\"";
        String lines =
                ",\"from\":[{\"line\":\"54\",\"amount\":\"100\"}],\"to\":[{\"line\":\"53\",\"amount\":\"100\"}]}";
        String csv = "行号,变动（元）\n54,-100\n53,100\n";
        String said = send("finance", "POST", PREVIEW, head + lines).body();
        assertThat(JSON.readTree(said).at("/way/kind").textValue()).isEqualTo("PROJECT_SHIFT");
        assertThat(parts("finance", "POST", PREVIEW, head + "}", "workbook", "行.csv", csv)
                        .body())
                .isEqualTo(said);

        assertThat(parts("finance", "POST", PREVIEW, head + "}", "workbook", "行.csv", "名称,金额\n甲,1\n")
                        .body())
                .contains("行号");
        assertThat(parts("finance", "POST", PREVIEW, head + lines, "workbook", "行.csv", csv)
                        .body())
                .contains("rows-twice", "行.csv");
        String unsaid = head.replace(",\"requestContent\":\"批量\"", "") + lines;
        assertThat(send("finance", "POST", PREVIEW, unsaid).body()).contains("requestContent");
        assertThat(JSON.readTree(parts("finance", "POST", PREVIEW, unsaid, "files", "申请.pdf", PDF)
                                .body())
                        .get("against"))
                .as("the request may be a file")
                .isEmpty();
        assertThat(application.recorded(ID)).isEqualTo(recorded);
    }

    private static String made(String document) throws Exception {
        HttpResponse<String> made = send("finance", "POST", DRAFTS, document);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    private static String document(String reason) {
        return "{\"direction\":\"SHIFT\",\"reason\":\"" + reason + "\",\"effectiveOn\":\"2025-12-31\","
                + "\"from\":[{\"line\":\"54\",\"amountFen\":5000000}],\"to\":[{\"line\":\"53\",\"amountFen\":5000000}],"
                + "\"performanceUnaffected\":true,\"requestContent\":\"测算\"}";
    }

    private static HttpResponse<String> parts(
            String who, String method, String path, String document, String part, String name, String content)
            throws Exception {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"document\"\r\nContent-Type: application/json\r\n\r\n"
                        + document + "\r\n--b\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + name
                        + "\"\r\n\r\n" + content + "\r\n--b--\r\n";
        return CLIENT.send(
                request(who, path)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String who, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = request(who, path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(
                request.method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String who, String path) {
        String basic = Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + basic);
    }

    private static void person(String login, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(Role.DEPARTMENT_FINANCE), scope), PASSWORD);
    }
}
