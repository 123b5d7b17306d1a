package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
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

/** Adjustments of the sample by the pages alone, each person doing what is theirs. */
class AdjustmentPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String LEDGER = "/execute/" + ID;
    private static final String PAGE = LEDGER + "/adjustments";
    private static final String NEW = PAGE + "/new";
    private static final Map<String, String> DOCUMENT =
            Map.of("documentNumber", "三财预〔2025〕66号", "title", "关于调剂预算的批复", "issuer", "三门峡市财政局", "date", "2025-12-30");

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("head", Role.DEPARTMENT_HEAD, "411200-103");
        person("desk", Role.SECTOR_DESK, "411200");
        person("office", Role.BUDGET_OFFICE, "411200");
        person("neighbour", Role.DEPARTMENT_FINANCE, "411200-201");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_shift_is_returned_mended_passed_and_takes_effect_and_the_public_sees_nothing_of_it() {
        Browsing finance = as("finance");
        Browsing head = as("head");
        String initial = table(finance, "initial");
        String published = table(new Browsing(application.address()), "adjusted");
        int first = submitted(finance, shift("54", "53", "50,000"));

        assertThat(head.get("/approvals").body()).contains(PAGE + "/" + first);
        assertThat(head.get(PAGE + "/" + first).body())
                .as("its effect")
                .contains("578,000.00")
                .contains("528,000.00")
                .contains("项目间调剂");
        assertThat(head.get("/workbench").body()).contains("审批调整单");
        done(decide(head, first, "return", Map.of("reason", "请补充测算")));
        assertThat(finance.get("/workbench").body()).contains("修改退回的调整单").contains(PAGE + "/" + first);
        assertThat(finance.get(NEW + "?mends=" + first).body())
                .contains("value=\"54\"")
                .contains("value=\"50,000.00\"");
        int second = submitted(finance, with(shift("54", "53", "40000"), "mends", Integer.toString(first)));
        assertThat(finance.get(PAGE + "/" + first).body()).contains("已由第 " + second + " 号重新提交");

        done(decide(head, second, "review", Map.of("opinion", "同意")));
        done(decide(as("desk"), second, "review", Map.of()));
        Browsing office = as("office");
        assertThat(office.follow(decide(office, second, "effect", Map.of("effectiveOn", "2025-12-31"))))
                .contains("须先登记批复");
        done(decide(office, second, "effect", with(DOCUMENT, "effectiveOn", "2025-12-31")));

        assertThat(finance.get(PAGE + "/" + second).body()).contains("已生效").contains("三财预〔2025〕66号");
        assertThat(finance.get(LEDGER + "?q=54").body()).contains("538,000.00").contains("−40,000.00");
        assertThat(table(finance, "initial")).isEqualTo(initial);
        assertThat(table(finance, "adjusted")).isNotEqualTo(initial);
        assertThat(table(new Browsing(application.address()), "adjusted")).isEqualTo(published);
    }

    @Test
    void what_took_effect_is_reversed_by_a_document_of_its_own() {
        Browsing finance = as("finance");
        int number = submitted(finance, shift("50", "49", "10000"));
        passed(number);
        done(finance.submit(
                PAGE + "/" + number,
                PAGE + "/" + number + "/reversal",
                Map.of("reason", "记错项目", "effectiveOn", "2025-12-31")));
        int reversal = number + 1;
        assertThat(finance.get(PAGE + "/" + number).body()).contains("第 " + reversal + " 号冲销办理中");
        assertThat(finance.get(PAGE + "/" + reversal).body()).contains("冲销第 " + number + " 号");
        passed(reversal);
        assertThat(finance.get(PAGE + "/" + number).body()).contains("已由第 " + reversal + " 号冲销");
        assertThat(finance.get(LEDGER + "?q=50").body()).contains("1,500,000.00");
    }

    @Test
    void more_than_is_left_is_refused_with_the_numbers_and_what_was_typed_stays() {
        Browsing finance = as("finance");
        String page = finance.follow(finance.submit(NEW, PAGE, shift("41", "40", "5001.01")));

        assertThat(page)
                .contains("可用 0.50万元（5,001.00元）")
                .contains("href=\"#f-from[0].amount\"")
                .contains("id=\"f-from[0].amount\"")
                .contains("value=\"5001.01\"");
    }

    @Test
    void a_supplement_from_the_reserve_waits_for_the_government() {
        Browsing finance = as("finance");
        Map<String, String> fields = new HashMap<>(shift("", "1", "20000"));
        fields.put("direction", "SUPPLEMENT");
        fields.put("sourceNumber", "1");
        int number = submitted(finance, fields);
        done(decide(as("head"), number, "review", Map.of()));
        done(decide(as("desk"), number, "review", Map.of()));
        Browsing office = as("office");
        assertThat(office.get(PAGE + "/" + number).body()).contains("决定文件").contains("政府决定");
        assertThat(office.follow(decide(office, number, "review", Map.of()))).contains("须登记决定文件");
        done(decide(office, number, "review", DOCUMENT));
        done(decide(office, number, "effect", with(DOCUMENT, "effectiveOn", "2025-12-31")));
        assertThat(finance.get(LEDGER + "?q=津贴补贴").body()).contains("3,815,700.00");
    }

    @Test
    void its_maker_withdraws_it_and_a_second_click_changes_nothing() {
        Browsing finance = as("finance");
        int number = submitted(finance, shift("47", "46", "1000"));
        assertThat(finance.get(LEDGER + "?q=47").body()).contains("1,000.00");
        Map<String, String> fields = with(Map.of("reason", "重新测算"), "key", "withdraw-once");
        fields.put("back", PAGE + "/" + number);
        done(finance.post(PAGE + "/" + number, PAGE + "/" + number + "/withdrawal", fields));
        done(finance.post(PAGE + "/" + number, PAGE + "/" + number + "/withdrawal", fields));
        assertThat(finance.get(PAGE + "/" + number).body()).contains("已撤回").doesNotContain("withdrawal\"");
    }

    @Test
    void nobody_else_sees_it() {
        submitted(as("finance"), shift("44", "43", "1000"));
        assertThat(as("neighbour").get(PAGE).statusCode()).isEqualTo(404);
        assertThat(as("neighbour").get("/approvals").body()).doesNotContain(ID);
        Browsing visitor = new Browsing(application.address());
        assertThat(visitor.target(visitor.get(PAGE))).endsWith("/sign-in");
        assertThat(visitor.program("/api/execution/" + ID + "/adjustments").statusCode())
                .isEqualTo(401);
    }

    @Test
    void in_english_too() {
        Browsing finance = as("finance");
        finance.get("/?lang=en");
        assertThat(finance.get(LEDGER).body()).contains("Adjusted budget").contains("Available");
        assertThat(finance.get(NEW).body()).contains("New adjustment").doesNotContain("??");
        assertThat(finance.get(PAGE).body()).doesNotContain("??");
    }

    private static void passed(int number) {
        done(decide(as("head"), number, "review", Map.of()));
        done(decide(as("desk"), number, "review", Map.of()));
        done(decide(as("office"), number, "effect", with(DOCUMENT, "effectiveOn", "2025-12-31")));
    }

    private static HttpResponse<String> decide(Browsing who, int number, String what, Map<String, String> fields) {
        String page = PAGE + "/" + number;
        return who.submit(page, page + "/" + what, fields);
    }

    /** The number that it was given, which the list names first. */
    private static int submitted(Browsing who, Map<String, String> fields) {
        String list = who.follow(who.submit(NEW, PAGE, fields));
        if (list.contains("data-error-summary")) {
            throw new AssertionError(list);
        }
        String shown = who.get(PAGE).body();
        int at = shown.indexOf(PAGE + "/", shown.indexOf("<tbody>")) + PAGE.length() + 1;
        return Integer.parseInt(shown.substring(at, shown.indexOf('"', at)));
    }

    private static Map<String, String> shift(String from, String to, String amount) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "direction", "SHIFT",
                "amountUnit", "元",
                "effectiveOn", "2025-12-31",
                "reason", "工作任务变化",
                "requestContent", "测算说明",
                "performanceUnaffected", "true",
                "to[0].line", to,
                "to[0].amount", amount));
        if (!from.isEmpty()) {
            fields.put("from[0].line", from);
            fields.put("from[0].amount", amount);
        }
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static String table(Browsing who, String basis) {
        String page =
                who.get("/budgets/" + ID + "/tables/3?unit=yuan&basis=" + basis).body();
        return page.substring(page.indexOf("<tbody"), page.indexOf("</table>"));
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("after=");
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
