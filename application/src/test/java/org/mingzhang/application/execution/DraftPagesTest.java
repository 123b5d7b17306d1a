package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** Drafts of adjustments by the pages, without a script, on both databases. */
class DraftPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String PAGE = "/execute/" + ID + "/adjustments";
    private static final String NEW = PAGE + "/new";
    private static final String DRAFTS = PAGE + "/drafts";
    private static final Pattern FILLED = Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    @TempDir
    Path data;

    @Test
    void a_draft_is_saved_resumed_overtaken_and_submitted() {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            story(application);
        }
    }

    @Test
    void it_is_the_same_on_postgresql() {
        try (OpenDatabase database = TestDatabase.POSTGRESQL.open();
                RunningApplication application = RunningApplication.start(
                        data,
                        true,
                        "--spring.profiles.active=postgres",
                        "--MINGZHANG_DB_URL=" + database.url(),
                        "--MINGZHANG_DB_USER=postgres",
                        "--MINGZHANG_DB_PASSWORD=postgres")) {
            story(application);
        }
    }

    private static void story(RunningApplication application) {
        person(application, "finance", "411200-103");
        person(application, "colleague", "411200-103");
        Browsing finance = new Browsing(application.address()).as("finance", PASSWORD);
        long recorded = application.recorded(ID);
        UploadedFile paper = new UploadedFile("测算.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        Map<String, String> incomplete = Map.of("direction", "SHIFT", "reason", "先写一半", "from[0].line", "54");
        String draft = finance.target(form(finance, NEW, DRAFTS, incomplete, List.of(paper)));
        assertThat(draft).startsWith(NEW).contains("draft=");
        assertThat(application.recorded(ID)).as("nothing in the ledger").isEqualTo(recorded);
        assertThat(finance.get("/workbench").body()).contains("继续填写调整单草稿");
        assertThat(finance.get(PAGE).body()).contains("我的草稿").contains("先写一半");
        Browsing colleague = new Browsing(application.address()).as("colleague", PASSWORD);
        assertThat(colleague.get(PAGE).body()).doesNotContain("先写一半");
        assertThat(colleague.get(draft).statusCode()).isEqualTo(404);

        String shown = finance.get(draft).body();
        assertThat(shown).contains("value=\"先写一半\"").contains("已收到：测算.pdf");
        Map<String, String> firstTab = hidden(shown);
        Map<String, String> secondTab = hidden(shown);
        firstTab.putAll(Map.of("reason", "第一个窗口", "from[0].line", "54"));
        secondTab.putAll(Map.of("reason", "第二个窗口", "from[0].line", "54", "to[0].line", "53"));
        finance.post(draft, DRAFTS, firstTab);
        String conflict = finance.follow(finance.post(draft, DRAFTS, secondTab));
        assertThat(conflict)
                .contains("此草稿已在另一个窗口")
                .contains("第一个窗口")
                .contains("value=\"第二个窗口\"")
                .contains("value=\"53\"");
        assertThat(finance.get(PAGE).body()).contains("第一个窗口").doesNotContain("第二个窗口");

        Map<String, String> whole = hidden(conflict);
        whole.putAll(Map.of("direction", "SHIFT", "amountUnit", "元", "effectiveOn", "2025-12-31", "reason", "第二个窗口"));
        whole.putAll(Map.of("from[0].line", "54", "from[0].amount", "100", "to[0].line", "53", "to[0].amount", "100"));
        whole.put("performanceUnaffected", "true");
        Map<String, String> other = new HashMap<>(whole);
        other.put("key", "another-tab");
        HttpResponse<String> sent = finance.post(draft, PAGE, whole);
        assertThat(finance.target(sent)).contains("after=");
        long submitted = application.recorded(ID);
        assertThat(finance.follow(finance.post(NEW, PAGE, other)))
                .as("the same draft out of another window")
                .contains("草稿已在另一个窗口提交、修改或删除")
                .contains("value=\"第二个窗口\"");
        assertThat(finance.target(finance.post(NEW, PAGE, whole)))
                .as("the same form clicked twice")
                .contains("after=");
        assertThat(application.recorded(ID))
                .as("one document, and that another was not made of it")
                .isEqualTo(submitted + 1);
        assertThat(finance.get(PAGE).body()).contains("第二个窗口").doesNotContain("我的草稿");
        assertThat(finance.get("/workbench").body()).doesNotContain("继续填写调整单草稿");
    }

    @Test
    void what_a_form_would_do_is_told_without_a_script_and_nothing_is_recorded() {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            person(application, "finance", "411200-103");
            Browsing finance = new Browsing(application.address()).as("finance", PASSWORD);
            long recorded = application.recorded(ID);
            Map<String, String> fields = new HashMap<>(
                    Map.of("direction", "SHIFT", "amountUnit", "元", "effectiveOn", "2025-12-31", "reason", "预览"));
            fields.putAll(Map.of(
                    "from[0].line", "54", "from[0].amount", "50,000", "to[0].line", "53", "to[0].amount", "50000"));
            fields.putAll(Map.of("performanceUnaffected", "true", "requestContent", "测算"));
            String page = finance.follow(finance.post(NEW, PAGE + "/preview", fields));
            assertThat(page)
                    .contains("剩余 58,664.00 元")
                    .contains("增至 75.20 万元")
                    .contains("格变化")
                    .contains("部门审核、财政审核")
                    .contains("预算法第七十二条")
                    .contains("value=\"50,000\"");
            fields.put("from[0].amount", "999999999");
            assertThat(finance.follow(finance.post(NEW, PAGE + "/preview", fields)))
                    .contains("可用 10.87万元");
            assertThat(application.recorded(ID)).isEqualTo(recorded);
            finance.get(NEW + "?lang=en");
            assertThat(finance.follow(finance.post(NEW, PAGE + "/preview", fields)))
                    .contains("108,664.00 yuan")
                    .doesNotContain("10.87万元");
            fields.putAll(Map.of("from[0].line", "10", "to[0].line", "8", "from[0].amount", "1000"));
            fields.put("to[0].amount", "1000");
            String english = finance.follow(finance.post(NEW, PAGE + "/preview", fields));
            int said = english.indexOf("<p class=\"lead\">Once submitted");
            assertThat(english.substring(said, english.indexOf("</p>", said)))
                    .contains("operating (10) keeps ", " yuan, operating (8) grows to ")
                    .doesNotContainPattern("\\p{IsHan}|[（；，。]");
        }
    }

    @Test
    void a_workbook_becomes_one_document_of_many_lines_that_is_taken_back_as_one() {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            person(application, "finance", "411200-103");
            Browsing finance = new Browsing(application.address()).as("finance", PASSWORD);
            assertThat(filled(finance, "行号,变动（元）\n54,1\n不存在,-1\n"))
                    .contains("调出（减少） 第 1 行：没有行号为“不存在”的支出行")
                    .contains("value=\"不存在\"");
            assertThat(filled(finance, "行号,变动（元）\n52,-1\n54,（999999999）\n53,1000000000\n"))
                    .contains("调出（减少） 第 2 行")
                    .contains("value=\"999999999\"");
            assertThat(filled(finance, "名称,金额\n甲,1\n")).contains("没有“行号”一列");

            StringBuilder csv = new StringBuilder("行号,调出（万元）,调入（万元）\n");
            for (int line = 1; line <= 33; line++) {
                csv.append(line).append(line == 1 ? ",,0.32\n" : ",0.01,\n");
            }
            String page = filled(finance, csv.toString());
            assertThat(page).contains("name=\"from[31].line\" value=\"33\"").contains("增至");
            Map<String, String> fields = new HashMap<>(hidden(page));
            Matcher rows = FILLED.matcher(page);
            while (rows.find()) {
                if (!rows.group(1).startsWith("to[9999]")) {
                    fields.put(rows.group(1), rows.group(2));
                }
            }
            fields.putAll(Map.of("direction", "SHIFT", "amountUnit", "万元", "effectiveOn", "2025-12-31"));
            fields.putAll(Map.of("reason", "压减", "requestContent", "批量", "performanceUnaffected", "true"));
            assertThat(finance.target(finance.upload(NEW, PAGE, fields, List.of())))
                    .contains("after=");
            assertThat(finance.get(PAGE).body()).contains("3,200.00").contains("压减");
        }
    }

    private static String filled(Browsing who, String csv) {
        Map<String, String> all = hidden(who.get(NEW).body());
        all.putAll(Map.of("direction", "SHIFT", "effectiveOn", "2025-12-31", "reason", "批量"));
        all.putAll(Map.of("requestContent", "批量", "performanceUnaffected", "true"));
        return who.follow(who.upload(
                NEW,
                PAGE + "/workbook",
                all,
                "workbook",
                List.of(new UploadedFile("行.csv", csv.getBytes(StandardCharsets.UTF_8)))));
    }

    private static HttpResponse<String> form(
            Browsing who, String page, String action, Map<String, String> fields, List<UploadedFile> files) {
        Map<String, String> all = hidden(who.get(page).body());
        all.putAll(fields);
        return who.upload(page, action, all, files);
    }

    /** What the form of the page sends without anybody typing. */
    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FILLED.matcher(page);
        while (matcher.find()) {
            if (Set.of("key", "draft", "draftVersion", "back", "kept").contains(matcher.group(1))) {
                fields.put(matcher.group(1), matcher.group(2));
            }
        }
        return fields;
    }

    private static void person(RunningApplication application, String login, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(Role.DEPARTMENT_FINANCE), scope), PASSWORD);
    }
}
