package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

/** The ordinary form of an adjustment revises targets and says where the money comes from; without a script. */
class RevisedTargetsPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String PAGE = "/execute/" + ID + "/adjustments";
    private static final String NEW = PAGE + "/new";
    private static final String PROJECT = "41120025000000045201";
    private static final String PREVIEW = PAGE + "/preview";
    private static final Pattern TARGET = Pattern.compile(
            "name=\"(performance\\[0]\\.indicators\\[\\d+]\\.\\w+)\" autocomplete=\"off\" value=\"([^\"]*)\"");
    private static final Pattern LEVEL =
            Pattern.compile("name=\"(performance\\[0]\\.indicators\\[\\d+]\\.level1)\".*?</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("value=\"(\\w+)\" selected");

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
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void targets_are_asked_for_mended_foreseen_submitted_and_printed() {
        Browsing finance = as("finance");
        Map<String, String> shift = shift("54", "53", "20000");
        shift.put("revising", PROJECT);
        String asked = finance.follow(finance.post(NEW, PAGE + "/targets", shift));
        assertThat(asked).as("the targets as they are").contains("修改绩效目标").contains("value=\"20000\"");
        Map<String, String> targets = targets(asked);
        String changed = targets.keySet().stream()
                .filter(name -> name.endsWith("[0].target"))
                .findFirst()
                .orElseThrow();
        String before = targets.get(changed);

        Map<String, String> all = shift("54", "53", "20000");
        all.putAll(targets);
        assertThat(finance.follow(finance.submit(NEW, PAGE, all)))
                .as("nothing was revised")
                .contains("与现有目标相同");
        all.put(changed, "≥7次");
        all.put(changed.replace(".target", ".note"), "按季统计");
        assertThat(finance.post(NEW, PREVIEW + "?part=true", all).body())
                .contains("提交后")
                .contains("≥7次")
                .contains(before)
                .contains("<b>按季统计</b>");
        int number = submitted(finance, all);

        String document = finance.get(PAGE + "/" + number).body();
        assertThat(document).contains("≥7次").contains(before);
        assertThat(document.substring(document.indexOf("data-foreseen")))
                .contains("生效后：")
                .doesNotContain("提交后：");
        assertThat(finance.get(PAGE + "/" + number + "/print").body())
                .contains("绩效目标调整")
                .contains("≥7次")
                .contains(before)
                .contains(" → 按季统计");
        Browsing head = as("head");
        head.submit(PAGE + "/" + number, PAGE + "/" + number + "/return", Map.of("reason", "补充说明"));
        assertThat(finance.get(NEW + "?mends=" + number).body())
                .as("what was revised is there to be mended")
                .contains("value=\"≥7次\"");
    }

    @Test
    void a_sheet_is_taken_off_again_and_two_are_not_made_of_one_project() {
        Browsing finance = as("finance");
        Map<String, String> shift = shift("54", "53", "1");
        shift.put("revising", PROJECT);
        shift.put("performance[0].project", PROJECT);
        shift.put("performance[0].revised", "true");
        String once = finance.follow(finance.post(NEW, PAGE + "/targets", shift));
        assertThat(once).contains("performance[0].indicators[0].name").doesNotContain("performance[1]");
        shift.put("dropped", "0");
        assertThat(finance.follow(finance.post(NEW, PAGE + "/targets", shift)))
                .doesNotContain("performance[0]")
                .contains("value=\"54\"");
        shift.remove("dropped");
        shift.remove("performance[0].project");
        shift.remove("performance[0].revised");
        shift.put("revising", "411200250000000<b>");
        assertThat(finance.follow(finance.post(NEW, PAGE + "/targets", shift))).doesNotContain("000<b>");
    }

    @Test
    void what_is_wrong_with_a_target_is_said_beside_it() {
        Browsing finance = as("finance");
        Map<String, String> fields = shift("54", "53", "1");
        fields.putAll(Map.of(
                "performance[0].project", PROJECT,
                "performance[0].revised", "true",
                "shown[0]", "true",
                "performance[0].indicators[1].level1", "OUTPUT",
                "performance[0].indicators[1].name", "印刷册数"));
        assertThat(finance.follow(finance.submit(NEW, PAGE, fields)))
                .contains("href=\"#f-performance[0].indicators[1].target\"")
                .contains("value=\"印刷册数\"");
    }

    @Test
    void an_emptied_sheet_takes_no_targets_away() {
        Browsing finance = as("finance");
        Map<String, String> fields = shift("54", "53", "1");
        fields.putAll(Map.of("performance[0].project", PROJECT, "performance[0].revised", "true", "shown[0]", "true"));
        assertThat(finance.follow(finance.submit(NEW, PAGE, fields))).contains("不能全部删去");
    }

    @Test
    void the_source_of_a_supplement_is_named_with_what_is_left_of_it() {
        Browsing finance = as("finance");
        Map<String, String> fields = shift("", "1", "20000");
        fields.put("direction", "SUPPLEMENT");
        fields.put("sourceNumber", "1");
        String foreseen = finance.post(NEW, PREVIEW + "?part=true", fields).body();
        assertThat(foreseen).contains("动用 20,000.00 元").contains("预备费").contains("文号");
        Matcher left = Pattern.compile("，余 ([\\d,.]+) 元").matcher(foreseen);
        assertThat(left.find()).isTrue();

        int number = submitted(finance, fields);
        String document = as("office").get(PAGE + "/" + number).body();
        assertThat(document).contains("动用 20,000.00 元").contains("，余 " + left.group(1) + " 元");
        assertThat(finance.get(PAGE + "/" + number + "/print").body())
                .contains("动用的来源")
                .contains("占用 20,000.00，余额 " + left.group(1));
    }

    private static Map<String, String> targets(String page) {
        Map<String, String> targets = new TreeMap<>(
                Map.of("performance[0].project", PROJECT, "performance[0].revised", "true", "shown[0]", "true"));
        Matcher target = TARGET.matcher(page);
        while (target.find()) {
            targets.put(target.group(1), target.group(2));
        }
        Matcher level = LEVEL.matcher(page);
        while (level.find()) {
            Matcher chosen = CHOSEN.matcher(level.group());
            targets.put(level.group(1), chosen.find() ? chosen.group(1) : "");
        }
        return targets;
    }

    private static int submitted(Browsing who, Map<String, String> fields) {
        String list = who.follow(who.submit(NEW, PAGE, fields));
        assertThat(list).doesNotContain("data-error-summary");
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
