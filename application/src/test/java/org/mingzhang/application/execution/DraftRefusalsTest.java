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
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;

/** What a program is told of a draft that could not be submitted, and what is no draft at all. */
class DraftRefusalsTest {
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
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_draft_that_is_refused_stays_one_and_says_why() throws Exception {
        String address = drafts.made("{\"direction\":\"SHIFT\",\"reason\":\"只写了一半\"}");
        HttpResponse<String> answer = drafts.send("finance", "POST", address + "/submission", "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/effectiveOn");
        String much = document("要得太多").replace("5000000", "9999999900");
        HttpResponse<String> saved = drafts.send("finance", "PUT", address, much, "If-Match", "\"0\"");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        HttpResponse<String> refused = drafts.send("finance", "POST", address + "/submission", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/from/0/amount", "not-available");
        assertThat(drafts.send("finance", "GET", address, "").body()).contains("要得太多");
        assertThat(drafts.send("finance", "DELETE", address, "").statusCode()).isEqualTo(204);
        assertThat(drafts.send("finance", "DELETE", address, "").statusCode()).isEqualTo(404);
    }

    @Test
    void what_keeps_a_draft_from_being_submitted_is_said_when_it_is_saved_and_it_is_kept() throws Exception {
        HttpResponse<String> half =
                drafts.send("finance", "POST", DRAFTS, "{\"direction\":\"SHIFT\",\"reason\":\"一半\"}");
        assertThat(half.statusCode()).isEqualTo(201);
        JsonNode draft = JSON.readTree(half.body());
        assertThat(draft.get("amiss").toString()).contains("/effectiveOn", "request.field-missing", "/requestContent");
        String address = DRAFTS + "/" + draft.get("id").textValue();

        String much = document("要得太多").replace("5000000", "9999999900");
        HttpResponse<String> saved = drafts.send("finance", "PUT", address, much, "If-Match", "\"0\"");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(saved.body()).get("amiss").toString()).contains("/from/0/amount", "not-available");
        Browsing page = new Browsing(application.address()).as("finance", PASSWORD);
        String form =
                "/execute/" + ID + "/adjustments/new?draft=" + draft.get("id").textValue();
        assertThat(page.get(form).body()).contains("data-amiss", "这样还不能提交", "#f-from[0].amount");

        drafts.send("finance", "PUT", address, document("够了").replace("5000000", "100"), "If-Match", "\"1\"");
        assertThat(JSON.readTree(drafts.send("finance", "GET", address, "").body())
                        .get("amiss"))
                .isEmpty();
        assertThat(page.get(form).body()).doesNotContain("data-amiss");
        drafts.send("finance", "DELETE", address, "");
    }

    @Test
    void what_is_no_document_at_all_is_refused_by_name_and_not_kept() throws Exception {
        String address = drafts.made(document("好的"));
        for (String[] wrong : new String[][] {
            {"\"SHIFT\"", "\"SIDEWAYS\"", "/direction", "request.not-a-choice"},
            {"5000000", "\"许多\"", "/from/0/amount", "amount"},
            {"2025-12-31", "2025-02-30", "/effectiveOn", "request.not-a-day"}
        }) {
            String body = document("不成单").replace(wrong[0], wrong[1]);
            for (HttpResponse<String> answer : List.of(
                    drafts.send("finance", "POST", DRAFTS, body),
                    drafts.send("finance", "PUT", address, body, "If-Match", "\"0\""))) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
                assertThat(answer.body()).contains(wrong[2], wrong[3]);
            }
        }
        assertThat(drafts.send("finance", "GET", DRAFTS, "").body())
                .contains("好的")
                .doesNotContain("不成单");
        drafts.send("finance", "DELETE", address, "");
    }

    @Test
    void what_no_form_could_say_and_what_nobody_may_attach_is_no_draft() throws Exception {
        assertThat(drafts.send("finance", "POST", DRAFTS, "{\"a b\":\"1\"}").body())
                .contains("request.field-unknown");
        HttpResponse<String> script =
                drafts.parts("finance", "POST", DRAFTS, document("附件"), "files", "宏.exe", "MZ\u0000\u0001");
        assertThat(script.statusCode()).isEqualTo(422);
        assertThat(script.body()).contains("attachment-type-forbidden", "宏.exe");
        assertThat(drafts.send("finance", "GET", DRAFTS, "").body()).isEqualTo("[]");
    }
}
