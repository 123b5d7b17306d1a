package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.application.execution.DraftsOverHttp.ID;
import static org.mingzhang.application.execution.DraftsOverHttp.PASSWORD;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.command.intake.book.UploadedFile;

/** What changes an approved project is a draft first, like every adjustment: on its own form. */
class ProjectDraftTest {
    private static final String PROJECT = "41120025000000045201";
    private static final String LIST = "/execute/" + ID + "/adjustments";
    private static final String FORM = "/execute/" + ID + "/projects/" + PROJECT + "/adjustment";
    private static final String SAVE = FORM + "/drafts";
    private static final Pattern FILLED = Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final Set<String> HIDDEN = Set.of("key", "draft", "draftVersion", "back", "kept", "whole");

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        DraftsOverHttp drafts = new DraftsOverHttp(application);
        drafts.person("finance", "411200-103");
        drafts.person("colleague", "411200-103");
        drafts.person("english", "411200-103");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void it_is_saved_taken_up_again_overtaken_and_submitted_on_the_form_of_its_project() {
        Browsing finance = as("finance");
        long recorded = application.recorded(ID);
        UploadedFile paper = new UploadedFile("测算.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        Map<String, String> begun = hidden(finance.get(FORM).body());
        begun.putAll(Map.of("name", "改了名的项目", "description", "", "reason", "先写一半", "from[0].line", "54"));
        begun.putAll(indicator(4, "租赁车辆数"));
        String draft = finance.target(finance.upload(FORM, SAVE, begun, List.of(paper)));
        assertThat(draft).startsWith(FORM).contains("draft=");
        assertThat(application.recorded(ID)).as("nothing in the ledger").isEqualTo(recorded);

        assertThat(finance.get(LIST).body())
                .contains("我的草稿", "先写一半", "href=\"" + FORM + "?draft=")
                .containsPattern("项目</span>[\\s\\S]{0,80} · 先写一半");
        assertThat(finance.get("/workbench").body()).contains("继续填写调整单草稿");
        Browsing colleague = as("colleague");
        assertThat(colleague.get(LIST).body()).doesNotContain("先写一半");
        assertThat(colleague.get(draft).statusCode()).isEqualTo(404);

        String shown = finance.get(draft).body();
        assertThat(shown)
                .contains("value=\"改了名的项目\"", "value=\"先写一半\"", "value=\"租赁车辆数\"", "value=\"54\"")
                .contains("已收到：测算.pdf", "这是草稿", "data-amiss")
                .containsPattern("<textarea[^>]*name=\"description\"[^>]*></textarea>");
        String id = hidden(shown).get("draft");
        assertThat(finance.target(finance.get(LIST + "/new?draft=" + id)))
                .as("it is taken up in the form that it was written in")
                .isEqualTo(FORM + "?draft=" + id);
        overtaken(finance, draft, shown);
    }

    private static void overtaken(Browsing finance, String draft, String shown) {
        Map<String, String> first = hidden(shown);
        first.putAll(whole("第一个窗口"));
        Map<String, String> second = hidden(shown);
        second.putAll(whole("第二个窗口"));
        second.put("indicators[0].target", "≥15辆");
        Map<String, String> stale = hidden(shown);
        stale.putAll(whole("第三个窗口"));
        finance.post(draft, SAVE, first);
        String conflict = finance.follow(finance.post(draft, SAVE, second));
        assertThat(conflict)
                .contains("此草稿已在另一个窗口", "第一个窗口", "value=\"第二个窗口\"", "绩效目标 第 1 行：指标值")
                .doesNotContain("#f-whole");
        long recorded = application.recorded(ID);
        assertThat(finance.follow(finance.post(draft, FORM, stale)))
                .as("a window that shows what it was is told in what it differs")
                .contains("第一个窗口", "value=\"第三个窗口\"");

        Map<String, String> resolved = hidden(conflict);
        resolved.putAll(whole("第二个窗口"));
        String saved = finance.follow(finance.post(draft, SAVE, resolved));
        assertThat(saved).contains("这是草稿", "value=\"第二个窗口\"", "测算.pdf").doesNotContain("data-amiss");
        Map<String, String> sent = hidden(saved);
        sent.putAll(whole("第二个窗口"));
        Map<String, String> other = new HashMap<>(sent);
        other.put("key", "another-tab");
        assertThat(finance.target(finance.post(draft, FORM, sent))).contains("after=");
        long once = application.recorded(ID);
        assertThat(once).isGreaterThan(recorded);
        assertThat(finance.follow(finance.post(FORM, FORM, other)))
                .as("the same draft out of another window")
                .contains("草稿已在另一个窗口提交、修改或删除", "value=\"第二个窗口\"");
        assertThat(application.recorded(ID))
                .as("one document, and that another was not made of it")
                .isEqualTo(once + 1);
        assertThat(finance.get(LIST).body()).contains("第二个窗口").doesNotContain("我的草稿");
        assertThat(finance.get(draft).statusCode()).isEqualTo(404);
    }

    @Test
    void it_is_discarded_and_says_everything_in_english_too() {
        Browsing english = as("english");
        english.get("/?lang=en");
        Map<String, String> begun = hidden(english.get(FORM).body());
        begun.putAll(Map.of("name", "Cars", "unit", "103001", "reason", "half", "indicators[0].name", "cars"));
        String draft = english.target(english.post(FORM, SAVE, begun));
        assertThat(english.get(draft).body())
                .contains("This is a draft", "Save as draft", "value=\"half\"")
                .contains("Targets, row 1: ", "href=\"#f-indicators[0].target\"")
                .doesNotContain("??");
        String list = english.get(LIST).body();
        assertThat(list).contains("My drafts", ">Project</span>", " · half", FORM + "?draft=");
        // A look without a script goes back to the same draft, and one that is gone loses nothing that was typed.
        Map<String, String> looked = hidden(english.get(draft).body());
        looked.put("reason", "looked");
        assertThat(english.target(english.post(draft, FORM + "/preview", looked)))
                .contains("draft=");
        english.post(LIST, LIST + "/drafts/" + looked.get("draft") + "/discard", Map.of());
        assertThat(english.get(LIST).body()).doesNotContain("My drafts");
        assertThat(english.follow(english.post(FORM, FORM + "/preview", looked)))
                .contains("value=\"looked\"", "there no longer");
        assertThat(english.post(
                                FORM,
                                "/execute/" + ID + "/projects/41120099000000000000/adjustment/drafts",
                                Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    private static Map<String, String> whole(String reason) {
        Map<String, String> fields = new HashMap<>(indicator(0, "租赁车辆数"));
        fields.putAll(Map.of("name", "改了名的项目", "direction", "CONTENT", "amountUnit", "元"));
        fields.putAll(Map.of("effectiveOn", "2025-12-31", "reason", reason, "requestContent", "会议纪要"));
        return fields;
    }

    private static Map<String, String> indicator(int row, String name) {
        String at = "indicators[" + row + "].";
        return Map.of(at + "level1", "OUTPUT", at + "name", name, at + "target", "≥12辆");
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    /** What the form of the page sends without anybody typing. */
    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FILLED.matcher(page);
        while (matcher.find()) {
            if (HIDDEN.contains(matcher.group(1))) {
                fields.put(matcher.group(1), matcher.group(2));
            }
        }
        return fields;
    }
}
