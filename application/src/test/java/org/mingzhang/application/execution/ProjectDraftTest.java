package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.application.execution.DraftsOverHttp.DRAFTS;
import static org.mingzhang.application.execution.DraftsOverHttp.ID;
import static org.mingzhang.application.execution.DraftsOverHttp.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
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
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.Role;

/** What changes an approved project is a draft first, like every adjustment: on its own form, and for programs. */
class ProjectDraftTest {
    private static final String PROJECT = "41120025000000045201";
    private static final String LIST = "/execute/" + ID + "/adjustments";
    private static final String FORM = "/execute/" + ID + "/projects/" + PROJECT + "/adjustment";
    private static final String SAVE = FORM + "/drafts";
    private static final Pattern FILLED = Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final Set<String> HIDDEN = Set.of("key", "draft", "draftVersion", "back", "kept", "whole");
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
        drafts.person("programmer", "411200-103");
        drafts.person("english", "411200-103");
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount("clerk", "clerk", Set.of(Role.UNIT_OFFICER), "411200-103/103099"), PASSWORD);
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

    @Test
    void a_program_writes_one_by_naming_the_project_and_the_form_goes_on_with_it() throws Exception {
        Browsing page = as("programmer");
        String code = another(page);
        String begun = "{\"project\":\"" + code + "\",\"name\":\"程序起的名\",\"reason\":\"从接口起草\"}";
        JsonNode draft =
                JSON.readTree(drafts.send("programmer", "POST", DRAFTS, begun).body());
        assertThat(draft.at("/document/project").textValue())
                .as(draft.toString())
                .isEqualTo(code);
        assertThat(draft.get("amiss").toString()).contains("/effectiveOn", "/requestContent");
        String address = DRAFTS + "/" + draft.get("id").textValue();
        String shown = page.get("/execute/" + ID + "/projects/" + code + "/adjustment?draft="
                        + draft.get("id").textValue())
                .body();
        assertThat(shown)
                .as("what it does not say is as the project is")
                .contains("value=\"程序起的名\"", "value=\"从接口起草\"")
                .containsPattern("<option[^>]*value=\"\\d+\"[^>]*selected");

        String whole = begun.replace(
                "\"reason\"",
                "\"effectiveOn\":\"2025-12-31\",\"requestContent\":\"纪要\",\"amountUnit\":\"元\",\"reason\"");
        HttpResponse<String> saved = drafts.send("programmer", "PUT", address, whole, "If-Match", "\"0\"");
        assertThat(JSON.readTree(saved.body()).get("amiss")).as(saved.body()).isEmpty();
        assertThat(drafts.send("programmer", "PUT", address, begun, "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(412);
        // A form of a plain adjustment that was left open does not turn it into one.
        Map<String, String> plain = new HashMap<>(Map.of("direction", "SHIFT", "reason", "别的单子"));
        plain.putAll(Map.of("draft", draft.get("id").textValue(), "draftVersion", "1"));
        assertThat(page.follow(page.post(LIST + "/new", LIST + "/drafts", plain)))
                .contains("草稿已不在", "value=\"别的单子\"");
        assertThat(drafts.send("programmer", "GET", address, "").body()).contains("程序起的名");

        long recorded = application.recorded(ID);
        HttpResponse<String> done = drafts.send("programmer", "POST", address + "/submission", "", "If-Match", "\"1\"");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        assertThat(application.recorded(ID)).isGreaterThan(recorded);
        HttpResponse<String> again = drafts.send("programmer", "POST", address + "/submission", "");
        assertThat(JSON.readTree(again.body()).get("repeated").booleanValue()).isTrue();
        assertThat(drafts.send("programmer", "GET", "/api/execution/" + ID + "/adjustments", "")
                        .body())
                .contains("PROJECT_CONTENT", "从接口起草");
        assertThat(drafts.send("programmer", "POST", DRAFTS, begun.replace(code, "41120099000000000000"))
                        .statusCode())
                .as("of a project that there is not")
                .isEqualTo(422);
    }

    @Test
    void nobody_of_another_unit_makes_one_of_it() throws Exception {
        Browsing clerk = as("clerk");
        assertThat(clerk.post("/workbench", SAVE, Map.of("reason", "x")).statusCode())
                .isEqualTo(404);
        long recorded = application.recorded(ID);
        String body = "{\"project\":\"" + PROJECT + "\",\"name\":\"改名\",\"reason\":\"x\",\"requestContent\":\"x\","
                + "\"effectiveOn\":\"2025-12-31\",\"amountUnit\":\"元\"}";
        JsonNode draft =
                JSON.readTree(drafts.send("clerk", "POST", DRAFTS, body).body());
        String address = DRAFTS + "/" + draft.get("id").textValue();
        HttpResponse<String> sent = drafts.send("clerk", "POST", address + "/submission", "");
        assertThat(sent.statusCode()).isEqualTo(403);
        assertThat(draft.get("amiss").toString()).contains("of-another-unit").doesNotContain("project-on-its-way");
        assertThat(application.recorded(ID)).as("that it was refused").isEqualTo(recorded + 1);
        assertThat(clerk.get(LIST).body()).contains("我的草稿", PROJECT);
        drafts.send("clerk", "DELETE", address, "");
    }

    /** A project that no other test has on its way. */
    private static String another(Browsing page) {
        Matcher link = Pattern.compile("/projects/(\\w+)/adjustment")
                .matcher(page.get("/execute/" + ID + "/projects").body());
        return link.results()
                .map(found -> found.group(1))
                .filter(code -> !code.equals(PROJECT))
                .findFirst()
                .orElseThrow();
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
