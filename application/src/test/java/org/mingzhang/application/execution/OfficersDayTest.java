package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
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
import org.mingzhang.kernel.value.Role;

/** What officers and those who decide meet between the first key and the effect. */
class OfficersDayTest {
    private static final String PASSWORD = "a long password";
    private static final String PAGE = "/execute/411200-103-2025/adjustments";
    private static final String NEW = PAGE + "/new";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("head", Role.DEPARTMENT_HEAD, "411200-103");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void lines_and_amount_are_enough_to_be_told_what_will_happen() {
        Map<String, String> fields = shift("50", "49", "50000");
        fields.remove("reason");
        fields.remove("requestContent");
        assertThat(previewed(fields))
                .contains("剩余 22.90 万元")
                .contains("增至 95.00 万元")
                .contains("需部门审核、财政审核并登记批复")
                .contains("提交后可用")
                .as("and what is still missing stands beside it")
                .contains("href=\"#f-reason\"")
                .contains("href=\"#f-requestContent\"");
        fields.put("from[0].amount", "1500000");
        fields.put("to[0].amount", "1500000");
        assertThat(previewed(fields)).contains("不足").doesNotContain("剩余");
    }

    @Test
    void whoever_submits_is_told_the_number() {
        Browsing finance = as("finance");
        String page = finance.follow(finance.get(finance.target(finance.submit(NEW, PAGE, shift("47", "46", "12")))));
        assertThat(page).containsPattern("已保存：调整单第 \\d+ 号已提交");
        assertThat(finance.get(PAGE).body()).doesNotContain("已提交。");
    }

    @Test
    void a_project_is_found_by_its_name_where_another_is_adjusted_too() {
        assertThat(as("finance")
                        .get("/execute/411200-103-2025/projects/41120025000000045201/adjustment")
                        .body())
                .contains("data-name=\"会议费（市政府办）\"")
                .contains("data-project=\"411200240000000008294\"");
    }

    @Test
    void nobody_is_asked_to_decide_on_what_is_their_own() {
        String mine = submitted(shift("47", "46", "10"));
        assertThat(as("finance").get("/approvals").body()).doesNotContain(mine + "/");
        assertThat(as("head").get("/approvals").body()).contains(mine + "/DEPARTMENT_REVIEW");
    }

    @Test
    void what_could_not_be_decided_stays_picked_and_nothing_picked_is_said() {
        String pick = submitted(shift("47", "46", "11")) + "/DEPARTMENT_REVIEW";
        Browsing head = as("head");
        Map<String, String> fields = new HashMap<>(Map.of("act", "return", "comment", ""));
        assertThat(head.follow(head.post("/approvals", "/approvals/decide", fields)))
                .contains("没有选择任何单据");
        fields.put("pick", pick);
        assertThat(head.follow(head.post("/approvals", "/approvals/decide", fields)))
                .contains("请填写原因")
                .containsPattern("value=\"" + pick + "\"[^>]*checked");
    }

    @Test
    void a_reversal_says_so_wherever_it_is_listed_and_has_reversed_nothing_before_it_is_in_effect() {
        as("finance").submit(PAGE + "/9", PAGE + "/9/reversal", Map.of("reason", "收回有误", "effectiveOn", "2025-12-31"));
        assertThat(as("head").get("/approvals").body()).contains("冲销第 9 号");
        assertThat(as("finance").get(PAGE + "/4").body()).contains("退回 100,000.00 元至");
        assertThat(as("finance").get(PAGE).body())
                .contains("冲销第 9 号")
                .contains("号冲销办理中")
                .contains("冲销第 2 号")
                .contains("已由第 10 号冲销");
    }

    @Test
    void whoever_decides_is_told_what_is_available_once_it_is_in_effect() {
        String[] pick = submitted(shift("47", "46", "100")).split("/");
        String page = as("head").get(PAGE + "/" + pick[1]).body();
        assertThat(page).contains("生效后可用").doesNotContain("提交后可用");
        assertThat(page.substring(page.indexOf("data-foreseen")))
                .as("line 46 had 11,100 and gains 100")
                .contains("11,200.00");
    }

    @Test
    void the_file_in_english_is_in_english() {
        assertThat(as("finance").get(PAGE + "?format=csv&lang=en").body())
                .contains("shift between departmental economic classes")
                .contains("review by the department")
                .doesNotContain("调剂,")
                .doesNotContain("部门审核")
                .doesNotContain("登记批复");
    }

    @Test
    void what_is_amiss_is_named_and_not_what_follows_from_it() {
        Map<String, String> elsewhere = shift("50", "L2", "10");
        elsewhere.put("direction", "REORGANISATION");
        assertThat(previewed(elsewhere)).contains("请选择划转的接收部门").doesNotContain("没有行号为");
        elsewhere.put("counterpart", "411200-103-2025");
        assertThat(previewed(elsewhere)).contains("不能接收划转").doesNotContain("没有行号为");

        Map<String, String> fresh = new HashMap<>(shift("50", "", "10"));
        fresh.remove("to[0].line");
        fresh.remove("to[0].amount");
        Map.of(
                        "line", "N1",
                        "amount", "10",
                        "unit", "999001",
                        "function", "2010302",
                        "category", "OPERATING",
                        "deptEconomic", "30201",
                        "fund", "GENERAL_PUBLIC",
                        "source", "CURRENT")
                .forEach((name, value) -> fresh.put("to[9999]." + name, value));
        assertThat(previewed(fresh)).contains("单位 999001 没有在本预算中登记").doesNotContain("没有对应的政府经济科目");
    }

    /** The budget and the number of what was submitted, as the queue names it. */
    private static String submitted(Map<String, String> fields) {
        Browsing finance = as("finance");
        assertThat(finance.target(finance.submit(NEW, PAGE, fields))).contains("after=");
        Matcher first = Pattern.compile("adjustments/(\\d+)\"")
                .matcher(finance.get(PAGE).body());
        assertThat(first.find()).isTrue();
        return "411200-103-2025/" + first.group(1);
    }

    private static String previewed(Map<String, String> fields) {
        return as("finance").post(NEW, PAGE + "/preview?part=true", fields).body();
    }

    static Map<String, String> shift(String from, String to, String amount) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "direction", "SHIFT",
                "amountUnit", "元",
                "effectiveOn", "2025-12-31",
                "reason", "工作任务变化",
                "requestContent", "测算说明",
                "performanceUnaffected", "true"));
        fields.putAll(Map.of("from[0].line", from, "from[0].amount", amount, "to[0].line", to, "to[0].amount", amount));
        return fields;
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
