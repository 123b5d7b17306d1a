package org.mingzhang.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.pages.Upload;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;

/** The import's pages by themselves: what is recorded, by whom, and what is not. */
class ImportPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String ABOUT = "项目,内容\n金额单位,元\n";
    private static final String UNIT = "单位编码,单位名称,单位性质\n103001,办公室,行政单位\n";

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static int year = 2030;

    private final BudgetId budget = BudgetId.parse("411200-103-" + year++);
    private final String work = "/prepare/" + budget;
    private final String importing = work + "/import";

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        person("officer", Role.UNIT_OFFICER, "411200-103");
        person("colleague", Role.UNIT_OFFICER, "411200-103");
        person("stranger", Role.UNIT_OFFICER, "411200-104");
        person("oneunit", Role.UNIT_OFFICER, "411200-103/103002");
        person("auditor", Role.AUDITOR, "411200");
        person("head", Role.DEPARTMENT_HEAD, "411200-103");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_is_previewed_is_recorded_once_however_often_the_button_is_pressed() {
        open();
        Browsing officer = as("officer");
        String draft = uploaded(officer, sheets(line("1", "100")));
        String preview = officer.get(draft).body();
        assertThat(preview).contains("全部记入预算").doesNotContain("class=\"errors\"");
        long before = recorded();

        HttpResponse<String> first = officer.submit(draft, draft + "/record", Map.of());
        HttpResponse<String> second = officer.post(importing, draft + "/record", Map.of("mark", mark(preview)));

        assertThat(officer.target(first)).startsWith(importing + "?after=");
        assertThat(officer.target(second)).startsWith(importing + "?after=");
        // two events and the note that a workbook was handed in
        assertThat(recorded() - before).isEqualTo(3);
        assertThat(officer.get(work).body()).contains("100.00");
    }

    @Test
    void a_preview_that_the_budget_has_overtaken_records_nothing_and_is_shown_again() {
        open();
        Browsing officer = as("officer");
        String draft = uploaded(officer, sheets(line("1", "100")));
        String mark = mark(officer.get(draft).body());
        String other = uploaded(officer, sheets(line("1", "200")));
        officer.submit(other, other + "/record", Map.of());
        long before = recorded();

        HttpResponse<String> answer = officer.post(importing, draft + "/record", Map.of("mark", mark));

        assertThat(officer.target(answer)).isEqualTo(draft);
        assertThat(officer.follow(answer)).contains("预览之后预算已被改动").contains("变更");
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void a_draft_is_its_owners_alone_and_a_budget_its_departments() {
        open();
        Browsing officer = as("officer");
        String draft = uploaded(officer, sheets(line("1", "100")));

        assertThat(as("colleague").get(draft).statusCode()).isEqualTo(404);
        assertThat(as("stranger").get(draft).statusCode()).isEqualTo(404);
        assertThat(as("stranger").get(importing).statusCode()).isEqualTo(404);
        assertThat(new Browsing(application.address()).get(importing).headers().firstValue("Location"))
                .isPresent()
                .get()
                .asString()
                .endsWith("/sign-in");
        String elsewhere = draft.replace(budget.toString(), "411200-103-2029");
        assertThat(officer.get(elsewhere).statusCode()).isEqualTo(404);
    }

    @Test
    void a_cell_mended_in_the_preview_is_recorded_as_typed() {
        open();
        Browsing officer = as("officer");
        String draft = uploaded(officer, sheets(line("1", "一百")));
        assertThat(officer.get(draft).body()).contains("“一百”不是金额").doesNotContain("全部记入预算");

        officer.submit(draft, draft + "/mend", Map.of("cell.EXPENDITURE.2.amount", "123.45"));
        officer.submit(draft, draft + "/record", Map.of());

        assertThat(officer.get(work).body()).contains("123.45");
    }

    @Test
    void what_a_foreign_head_means_is_remembered_for_the_next_file() {
        open();
        Browsing officer = as("officer");
        UploadedFile foreign = csv("单位", "代码,单位名称,单位性质\n103001,办公室,行政单位\n");
        String draft = uploaded(officer, List.of(csv("说明", ABOUT), foreign));
        assertThat(officer.get(draft + "?sheet=UNITS").body()).contains("不认识表头“代码”");

        officer.submit(draft + "?sheet=UNITS", draft + "/mend", Map.of("head.UNITS.0", "code", "text.UNITS.0", "代码"));

        assertThat(officer.get(draft).body()).contains("全部记入预算");
        String next = uploaded(officer, List.of(csv("说明", ABOUT), foreign));
        assertThat(officer.get(next).body()).contains("全部记入预算");
    }

    @Test
    void nobody_records_what_is_not_theirs_to_draft() {
        open();
        HttpResponse<String> audited = as("auditor").upload(importing, Upload.of(sheets(line("1", "100"))));
        assertThat(audited.statusCode()).as("an auditor changes nothing").isEqualTo(403);

        Browsing head = as("head");
        String draft = uploaded(head, sheets(line("1", "100")));
        assertThat(head.get(draft).body()).contains("当前角色“部门负责人”不能办理此事").doesNotContain("全部记入预算");

        Browsing oneUnit = as("oneunit");
        assertThat(oneUnit.get(uploaded(oneUnit, sheets(line("1", "100")))).body())
                .contains("您只能办理本单位（103002）的内容")
                .doesNotContain("全部记入预算");
    }

    @Test
    void what_cannot_be_read_is_refused_in_words_and_nothing_is_kept() {
        open();
        Browsing officer = as("officer");
        for (byte[] content : List.of(
                "PK\u0003\u0004 and then nothing".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
                new byte[0])) {
            HttpResponse<String> answer =
                    officer.upload(importing, Upload.of(List.of(new UploadedFile("budget.xlsx", content))));
            String target = officer.target(answer);
            String page = target.equals(importing)
                    ? officer.follow(answer)
                    : officer.get(officer.target(officer.get(target))).body();
            assertThat(page).contains("class=\"errors\"").contains("文件未能读取");
        }
        assertThat(officer.get(importing).body()).doesNotContain("未完成的导入");
    }

    @Test
    void a_file_that_is_too_large_is_refused_in_words_on_the_page_and_for_programs() {
        open();
        Browsing officer = as("officer");
        Upload large = Upload.of(List.of(new UploadedFile("large.xlsx", new byte[67 << 20])));

        HttpResponse<String> page = officer.upload(importing, large);
        HttpResponse<String> program =
                officer.uploadAsProgram("/api/budgets/" + budget + "/imports", large, "officer:" + PASSWORD);

        assertThat(officer.follow(page)).contains("文件超过 64 MB");
        assertThat(program.statusCode()).isEqualTo(413);
        assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(program.body()).contains("book.too-large");
    }

    @Test
    void the_pages_speak_english_too() {
        open();
        Browsing officer = as("officer");
        String draft = uploaded(officer, sheets(line("1", "ten")));

        assertThat(officer.get(importing + "?lang=en").body()).contains("Upload and preview");
        assertThat(officer.get(draft + "?lang=en").body())
                .contains("things need correction")
                .contains("Unfit");
    }

    @Test
    void programs_examine_record_and_hear_row_and_column() {
        open();
        String path = "/api/budgets/" + budget + "/imports";
        Upload good = Upload.of(sheets(line("1", "100")));
        Upload bad = Upload.of(sheets(line("1", "100"), line("2", "1.001")));

        assertThat(program(path, good).body()).contains("\"fits\":true").contains("\"recorded\":null");
        HttpResponse<String> refused = program(path + "?record=true", bad);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"sheet\":\"支出\"", "\"row\":3", "\"head\":\"金额\"", "\"key\":\"amount.finer-than-fen\"");
        HttpResponse<String> recorded = program(path + "?record=true", good);
        assertThat(recorded.statusCode()).isEqualTo(201);
        assertThat(recorded.body()).contains("\"events\":2");
        HttpResponse<String> again = program(path + "?record=true", good);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("\"unchanged\":1").contains("\"recorded\":null");
    }

    @Test
    void programs_are_refused_with_a_problem_document_whatever_they_send() {
        open();
        String path = "/api/budgets/" + budget + "/imports";
        Upload good = Upload.of(sheets(line("1", "100")));
        Browsing program = new Browsing(application.address());

        HttpResponse<String> garbage =
                program(path, Upload.of(List.of(new UploadedFile("x.xlsx", new byte[] {1, 0, 2}))));
        assertThat(garbage.statusCode()).isEqualTo(400);
        assertThat(garbage.body()).contains("book.unreadable");
        assertThat(program("/api/budgets/nothing/imports", good).statusCode()).isEqualTo(400);
        assertThat(program.uploadAsProgram(path, good, "").statusCode()).isIn(401, 403);
        assertThat(program.uploadAsProgram(path, good, "stranger:" + PASSWORD).statusCode())
                .isEqualTo(403);
        HttpResponse<String> oneUnit = program.uploadAsProgram(path + "?record=true", good, "oneunit:" + PASSWORD);
        assertThat(oneUnit.statusCode()).isEqualTo(403);
        assertThat(oneUnit.body()).contains("of-another-unit");
    }

    private HttpResponse<String> program(String path, Upload upload) {
        return new Browsing(application.address()).uploadAsProgram(path, upload, "officer:" + PASSWORD);
    }

    private static List<UploadedFile> sheets(String... lines) {
        String heads = "行号,单位编码,功能科目编码,支出类别,项目编码,部门经济科目编码,资金性质,资金来源年度,是否财政拨款,金额\n";
        return List.of(csv("说明", ABOUT), csv("单位", UNIT), csv("支出", heads + String.join("\n", lines)));
    }

    private static String line(String key, String amount) {
        return key + ",103001,2010301,人员类,,30101,一般公共预算,本年,是," + amount;
    }

    private static UploadedFile csv(String name, String text) {
        return new UploadedFile(name + ".csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The address of the draft that an upload led to. */
    private String uploaded(Browsing browsing, List<UploadedFile> files) {
        String target = browsing.target(browsing.upload(importing, Upload.of(files)));
        assertThat(target).startsWith(importing + "/");
        return target;
    }

    private void open() {
        new SampleBudget(application.context().getBean(BudgetCommands.class), budget).opened();
    }

    private long recorded() {
        return application.recorded(budget.toString());
    }

    private static String mark(String preview) {
        Matcher matcher = Pattern.compile("name=\"mark\" value=\"([0-9a-f]+)\"").matcher(preview);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
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
