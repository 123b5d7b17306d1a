package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;

/** A department's year by the pages alone, each person doing what is theirs. */
class WholeYearTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-201-2025";
    private static final String WORK = "/prepare/" + ID;
    private static final String PUBLISH = "/publish/" + ID;
    private static final String PROJECT = "411200250000000000001";
    private static final Map<String, String> DOCUMENT =
            Map.of("documentNumber", "三财预〔2025〕1号", "title", "关于预算的通知", "issuer", "三门峡市财政局", "date", "2025-01-20");

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        person("finance", Role.DEPARTMENT_FINANCE);
        person("head", Role.DEPARTMENT_HEAD);
        person("secrecy", Role.SECRECY_REVIEWER);
        person("office", Role.BUDGET_OFFICE);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void from_opening_to_publication_by_the_forms_of_the_pages() {
        Browsing finance = as("finance");
        Browsing head = as("head");
        Browsing office = as("office");
        Browsing secrecy = as("secrecy");

        done(office.submit("/prepare", "/prepare", opening()));
        done(finance.submit(WORK + "/units/form", WORK + "/units", unit()));
        done(finance.submit(WORK + "/projects/form", WORK + "/projects", project()));
        done(finance.submit(WORK + "/line", WORK + "/lines", line("L1", "人员类", "", "30101", "12000")));
        done(finance.submit(WORK + "/line", WORK + "/lines", line("L2", "其他运转类", PROJECT, "30201", "8000.50")));
        done(finance.submit(WORK + "/revenue/line", WORK + "/revenue", revenue("20000.50")));
        done(finance.submit(
                WORK + "/projects/targets?project=" + PROJECT,
                WORK + "/projects/targets",
                indicators("成本指标", "产出指标", "效益指标", "满意度指标")));
        done(finance.submit(WORK + "/targets", WORK + "/targets", indicators("产出指标")));
        done(finance.submit(WORK + "/statements/duties", WORK + "/statements/duties", Map.of("items", "第一项\r\n第二项")));
        assertThat(finance.get(WORK).body()).contains("20,000.50");

        done(finance.submit(WORK + "/phase", WORK + "/phase/submit-first-proposal", Map.of("note", "请审")));
        done(office.submit(WORK + "/phase", WORK + "/phase/issue-ceiling", ceiling("30000")));
        done(head.submit(WORK + "/phase", WORK + "/phase/submit-second-draft", Map.of()));
        done(office.submit(WORK + "/phase", WORK + "/phase/include", Map.of()));
        done(office.submit(WORK + "/phase", WORK + "/phase/record-enactment", DOCUMENT));
        done(office.submit(WORK + "/phase", WORK + "/phase/approve", with(DOCUMENT, "approvedOn", "2025-01-24")));
        assertThat(new Browsing(application.address()).get("/budgets/" + ID).statusCode())
                .isEqualTo(404);

        done(secrecy.submit(
                PUBLISH, PUBLISH + "/secrecy-review", Map.of("opinion", "不涉及国家秘密", "reviewedOn", "2025-02-06")));
        done(finance.submit(PUBLISH, PUBLISH + "/disclosure", disclosure(finance)));
        done(finance.submit(
                WORK + "/phase", WORK + "/phase/distribute", with(DOCUMENT, "distributedOn", "2025-02-08")));

        Browsing visitor = new Browsing(application.address());
        assertThat(visitor.get("/").body()).contains("测试局");
        assertThat(visitor.get("/budgets/" + ID + "/tables/3?unit=yuan").body())
                .contains("20,000.50")
                .contains("data-fen=\"2000050\"");
        assertThat(visitor.get("/budgets/" + ID + "/tables/9").body()).contains("没有这类支出");
        String hashed =
                visitor.program("/api/budgets/" + ID + "/tables/canonical.json").body();
        assertThat(visitor.program("/api/budgets/" + ID).body()).contains(PublishedDigestTest.sha256(hashed));
    }

    @Test
    void a_refused_form_keeps_what_was_typed_and_says_what_is_wrong_beside_each_field() {
        BudgetCommands commands = application.context().getBean(BudgetCommands.class);
        new SampleBudget(commands, BudgetId.parse("411200-103-2027")).prepared().underCeiling();
        Browsing finance = as("finance");
        String work = "/prepare/411200-103-2027";
        Map<String, String> typed = with(line("L9", "人员类", "", "3010", "十二万"), "unit", "103001");
        String page = finance.follow(finance.submit(work + "/line", work + "/lines", with(typed, "note", "手写的备注")));
        assertThat(page)
                .contains("有内容需要更正")
                .contains("href=\"#f-amount\"")
                .contains("value=\"十二万\"")
                .contains("手写的备注")
                .contains("id=\"w-deptEconomic\"");

        Map<String, String> tooMuch = with(line("L9", "人员类", "", "30101", "99999999"), "unit", "103001");
        String over = finance.follow(finance.submit(work + "/line", work + "/lines", tooMuch));
        assertThat(over).contains("控制数").contains("href=\"#f-amount\"").contains("value=\"99999999\"");
    }

    @Test
    void a_page_that_was_overtaken_is_refused_and_keeps_its_words() {
        BudgetCommands commands = application.context().getBean(BudgetCommands.class);
        new SampleBudget(commands, BudgetId.parse("411200-103-2028")).prepared();
        Browsing finance = as("finance");
        String work = "/prepare/411200-103-2028";
        Map<String, String> stale = with(unit(), "version", "3");
        String page =
                finance.follow(finance.submit(work + "/units/form", work + "/units", with(stale, "code", "103009")));
        assertThat(page).contains("有内容需要更正").contains("value=\"103009\"");
        assertThat(page)
                .as("what came between, in sentences")
                .contains("您看到的是版本 3")
                .contains("此后的改动：")
                .contains("项改动未列出");
        String english = finance.follow(
                finance.submit(work + "/units/form?lang=en", work + "/units", with(stale, "code", "103009")));
        assertThat(english).contains("Since then: ").contains("more changes since then");
        assertThat(finance.get(work + "/units").body()).doesNotContain("103009");
    }

    private static Map<String, String> disclosure(Browsing finance) {
        Map<String, String> fields = new HashMap<>(Map.of("publishedOn", "2025-02-10"));
        String page = finance.get(PUBLISH).body();
        for (int number = 1; number <= 12; number++) {
            String field = "emptyTableNotes[" + number + "]";
            if (page.contains("name=\"" + field + "\"")) {
                fields.put(field, "没有这类支出，故本表无数据。");
            }
        }
        assertThat(fields).containsKey("emptyTableNotes[9]");
        return fields;
    }

    private static Map<String, String> opening() {
        return Map.of("budget", ID, "divisionName", "三门峡市", "departmentName", "三门峡市测试局", "shortName", "测试局");
    }

    private static Map<String, String> unit() {
        return Map.of("code", "201001", "name", "三门峡市测试局", "nature", "ADMINISTRATIVE");
    }

    private static Map<String, String> project() {
        return Map.of("code", PROJECT, "name", "测试项目", "category", "OTHER_OPERATIONS", "unit", "201001");
    }

    private static Map<String, String> line(String key, String category, String project, String code, String amount) {
        Map<String, String> fields = new HashMap<>();
        fields.put("line", key);
        fields.put("unit", "201001");
        fields.put("function", "2010301");
        fields.put("category", category);
        fields.put("project", project);
        fields.put("deptEconomic", code);
        fields.put("fund", "GENERAL_PUBLIC");
        fields.put("source", "CURRENT");
        fields.put("appropriated", "true");
        fields.put("amount", amount);
        fields.put("amountUnit", "元");
        return fields;
    }

    private static Map<String, String> revenue(String amount) {
        return Map.of(
                "line", "R1",
                "unit", "201001",
                "revenue", "GENERAL_PUBLIC",
                "source", "CURRENT",
                "appropriated", "true",
                "amount", amount,
                "amountUnit", "元");
    }

    private static Map<String, String> indicators(String... levels) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < levels.length; i++) {
            fields.put("indicators[" + i + "].level1", levels[i]);
            fields.put("indicators[" + i + "].name", "指标" + i);
            fields.put("indicators[" + i + "].target", "≥90%");
        }
        return fields;
    }

    private static Map<String, String> ceiling(String amount) {
        return with(DOCUMENT, "GENERAL_PUBLIC", amount);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static void done(HttpResponse<String> answer) {
        String target = answer.headers().firstValue("Location").orElse("");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(target).contains("after=");
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static void person(String login, Role role) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.copyOf(List.of(role)), "411200"), PASSWORD);
    }
}
