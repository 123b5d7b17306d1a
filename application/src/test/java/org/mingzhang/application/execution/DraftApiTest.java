package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.application.execution.DraftsOverHttp.DRAFTS;
import static org.mingzhang.application.execution.DraftsOverHttp.ID;
import static org.mingzhang.application.execution.DraftsOverHttp.PASSWORD;
import static org.mingzhang.application.execution.DraftsOverHttp.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;

/** A document is written, put aside, taken up again and submitted by a program as on the pages; and previewed as a workbook. */
class DraftApiTest {
    private static final String PREVIEW = "/api/execution/" + ID + "/adjustments/preview";
    private static final String PDF = "%PDF-1.7\n%%EOF\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static DraftsOverHttp drafts;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        drafts = new DraftsOverHttp(application);
        drafts.person("finance", "411200-103");
        drafts.person("colleague", "411200-103");
        drafts.person("stranger", "411200-201");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_draft_of_a_program_goes_on_in_the_form_and_back_and_becomes_one_document() throws Exception {
        long submitted = application.recorded(ID);
        JsonNode draft =
                JSON.readTree(drafts.parts("finance", "POST", DRAFTS, document("从接口起草"), "files", "测算.pdf", PDF)
                        .body());
        String address = DRAFTS + "/" + draft.get("id").textValue();
        assertThat(draft.get("files").get(0).get("name").textValue()).isEqualTo("测算.pdf");
        assertThat(draft.at("/document/from/0/line").textValue()).isEqualTo("54");
        Browsing page = new Browsing(application.address()).as("finance", PASSWORD);
        assertThat(page.get("/execute/" + ID + "/adjustments/new?draft="
                                + draft.get("id").textValue())
                        .body())
                .contains("从接口起草", "value=\"50000.00\"", "测算.pdf");

        HttpResponse<String> saved = drafts.send("finance", "PUT", address, document("改过"), "If-Match", "\"0\"");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(JSON.readTree(saved.body()).get("files"))
                .as("it still holds the file")
                .hasSize(1);
        HttpResponse<String> late = drafts.send("finance", "PUT", address, document("另一个窗口"), "If-Match", "\"0\"");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("draft-saved", "/reason", "改过", "另一个窗口");
        assertThat(drafts.send("finance", "PUT", address, document("没有版本")).statusCode())
                .isEqualTo(400);

        assertThat(application.recorded(ID)).as("no draft is in the ledger").isEqualTo(submitted);
        assertThat(drafts.send("finance", "POST", address + "/submission", "", "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<String> done = drafts.send("finance", "POST", address + "/submission", "", "If-Match", "\"1\"");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        assertThat(application.recorded(ID)).isGreaterThan(submitted);
        long once = application.recorded(ID);
        HttpResponse<String> again = drafts.send("finance", "POST", address + "/submission", "");
        assertThat(JSON.readTree(again.body()).get("repeated").booleanValue()).isTrue();
        assertThat(application.recorded(ID)).as("one draft, one document").isEqualTo(once);
        assertThat(drafts.send("finance", "GET", DRAFTS, "").body()).isEqualTo("[]");
        JsonNode documents = JSON.readTree(drafts.send("finance", "GET", "/api/execution/" + ID + "/adjustments", "")
                .body());
        JsonNode last = documents.get(documents.size() - 1);
        assertThat(last.get("reason").textValue()).isEqualTo("改过");
        assertThat(last.get("attachments")).hasSize(1);
    }

    @Test
    void a_draft_is_its_writers_alone() throws Exception {
        String address = drafts.made(document("我的"));
        for (String somebody : new String[] {"colleague", "stranger"}) {
            for (String method : new String[] {"GET", "PUT", "DELETE"}) {
                assertThat(drafts.send(somebody, method, address, document("别人"), "If-Match", "\"0\"")
                                .statusCode())
                        .as("%s %s", somebody, method)
                        .isEqualTo(404);
            }
            assertThat(drafts.send(somebody, "POST", address + "/submission", "")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(drafts.send("colleague", "GET", DRAFTS, "").body()).isEqualTo("[]");
        assertThat(drafts.send("stranger", "POST", DRAFTS, document("不是他的")).statusCode())
                .isEqualTo(404);
        assertThat(drafts.send("finance", "GET", address, "").body()).contains("我的");
        drafts.send("finance", "DELETE", address, "");
    }

    @Test
    void a_draft_says_what_was_sent_whatever_it_was_sent_as() throws Exception {
        String blank = document("单位后有空格").replace("{\"direction\"", "{\"amountUnit\":\"万元　\",\"direction\"");
        String address = drafts.made(blank);
        assertThat(JSON.readTree(drafts.send("finance", "GET", address, "").body())
                        .at("/document/from/0/amount")
                        .textValue())
                .as("five million fen in 万元")
                .isEqualTo("5.000000");
        drafts.send("finance", "DELETE", address, "");

        String lines = document("行在表里").replaceAll("\"from\":.*?}],\"to\":.*?}],", "");
        String csv = "行号,变动（元）\n54,-100\n53,100\n";
        JsonNode drafted = JSON.readTree(drafts.parts("finance", "POST", DRAFTS, lines, "workbook", "行.csv", csv)
                .body());
        assertThat(drafted.at("/document/from/0/line").textValue()).isEqualTo("54");
        address = DRAFTS + "/" + drafted.get("id").textValue();
        String sheet = document("表单显示过目标").replace("{\"direction\"", "{\"shown\":[\"true\"],\"direction\"");
        assertThat(drafts.send("finance", "PUT", address, sheet, "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> submitted = drafts.send("finance", "POST", address + "/submission", "");
        assertThat(submitted.statusCode())
                .as("what the form remembers of itself is no part of the document: " + submitted.body())
                .isEqualTo(201);

        String deep = "{\"a\":".repeat(100) + "\"1\"" + "}".repeat(100);
        assertThat(drafts.send("finance", "POST", DRAFTS, deep).statusCode()).isEqualTo(400);
        assertThat(drafts.send("finance", "GET", "/api/execution/nonsense/adjustments/drafts", "")
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
                + JSON.readTree(drafts.send("finance", "GET", DRAFTS, "").body())
                        .get(0)
                        .get("id")
                        .textValue();
        assertThat(page.get("/execute/" + ID + "/adjustments/new?draft=" + address.substring(DRAFTS.length() + 1))
                        .body())
                .containsPattern("value=\"TOTAL_AND_KEY\"[^>]*selected")
                .doesNotContainPattern("value=\"(TOTAL|KEY)\"[^>]*selected");
        drafts.send("finance", "DELETE", address, "");
    }

    @Test
    void a_workbook_is_previewed_as_the_document_of_its_lines() throws Exception {
        long recorded = application.recorded(ID);
        String head = "{\"direction\":\"SHIFT\",\"reason\":\"批量\",\"effectiveOn\":\"2025-12-31\","
                + "\"amountUnit\":\"元\",\"performanceUnaffected\":true,\"requestContent\":\"批量\"";
        String lines =
                ",\"from\":[{\"line\":\"54\",\"amount\":\"100\"}],\"to\":[{\"line\":\"53\",\"amount\":\"100\"}]}";
        String csv = "行号,变动（元）\n54,-100\n53,100\n";
        String said = drafts.send("finance", "POST", PREVIEW, head + lines).body();
        assertThat(JSON.readTree(said).at("/way/kind").textValue()).isEqualTo("PROJECT_SHIFT");
        assertThat(drafts.parts("finance", "POST", PREVIEW, head + "}", "workbook", "行.csv", csv)
                        .body())
                .isEqualTo(said);

        assertThat(drafts.parts("finance", "POST", PREVIEW, head + "}", "workbook", "行.csv", "名称,金额\n甲,1\n")
                        .body())
                .contains("行号");
        assertThat(drafts.parts("finance", "POST", PREVIEW, head + lines, "workbook", "行.csv", csv)
                        .body())
                .contains("rows-twice", "行.csv");
        String unsaid = head.replace(",\"requestContent\":\"批量\"", "") + lines;
        assertThat(drafts.send("finance", "POST", PREVIEW, unsaid).body()).contains("requestContent");
        assertThat(JSON.readTree(drafts.parts("finance", "POST", PREVIEW, unsaid, "files", "申请.pdf", PDF)
                                .body())
                        .get("against"))
                .as("the request may be a file")
                .isEmpty();
        assertThat(application.recorded(ID)).isEqualTo(recorded);
    }
}
