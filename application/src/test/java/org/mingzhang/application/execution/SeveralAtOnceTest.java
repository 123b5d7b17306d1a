package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.mingzhang.kernel.value.Role;

/** Documents that are previewed and decided on together. */
class SeveralAtOnceTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String PAGE = "/execute/" + ID + "/adjustments";
    private static final Pattern PICK = Pattern.compile("name=\"pick\" value=\"([^\"]+)\"");

    @TempDir
    Path data;

    @Test
    void several_are_seen_together_and_decided_one_by_one_and_those_that_fail_are_named() {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            person(application, "finance", Role.DEPARTMENT_FINANCE, "411200-103");
            person(application, "head", Role.DEPARTMENT_HEAD, "411200-103");
            person(application, "neighbour", Role.DEPARTMENT_HEAD, "411200-201");
            Browsing finance = new Browsing(application.address()).as("finance", PASSWORD);
            Browsing head = new Browsing(application.address()).as("head", PASSWORD);
            Set<String> before = Set.copyOf(picks(head));
            submit(finance, "54", "53", "10000");
            submit(finance, "50", "49", "20000");
            submit(finance, "47", "46", "300");
            List<String> mine = new ArrayList<>(picks(head));
            mine.removeAll(before);
            assertThat(mine).hasSize(3).allMatch(pick -> pick.endsWith("/DEPARTMENT_REVIEW"));
            assertThat(head.get("/approvals").body())
                    .contains("无附件")
                    .as("the preview asks by address, in which no token may stand")
                    .contains("action=\"/approvals/decide?_csrf=")
                    .contains("年末")
                    .contains("绩效目标未重新确认");

            String together = head.get("/approvals?pick=" + mine.get(0) + "&pick=" + mine.get(1))
                    .body();
            assertThat(together)
                    .contains("所选 2 份合在一起")
                    .contains("剩余 98,664.00 元")
                    .contains("格变化");

            String withdrawn = document(mine.get(2));
            assertThat(finance.submit(withdrawn, withdrawn + "/withdrawal", Map.of("reason", "重做"))
                            .statusCode())
                    .isEqualTo(303);
            Map<String, String> fields = Map.of("comment", "同意", "act", "pass", "key", "once-only");
            String result = decide(head, mine, fields);
            assertThat(result).containsOnlyOnce("未办理").contains("已撤回");
            assertThat(result.split("已办理", -1)).as("the two others").hasSize(3);
            assertThat(finance.get(document(mine.get(0))).body()).contains("同意");
            assertThat(decide(head, mine, fields).split("已办理", -1))
                    .as("a second click says the same and does nothing more")
                    .hasSize(3);
            assertThat(picks(head)).doesNotContainAnyElementsOf(mine);
            String steps = finance.get(document(mine.get(0))).body();
            assertThat(steps.split("通过", -1)).as("one decision").hasSize(2);

            Browsing neighbour = new Browsing(application.address()).as("neighbour", PASSWORD);
            assertThat(decide(neighbour, mine, Map.of("comment", "同意", "act", "pass")))
                    .contains("不是您的预算");
            assertThat(decide(head, List.of(mine.get(1)), Map.of("comment", "同意", "act", "pass")))
                    .as("a page that has grown old")
                    .contains("未办理");
            returned(finance, head);
        }
    }

    @Test
    void a_reversal_on_its_way_has_taken_nothing_back_yet_and_then_both_have_moved_nothing() {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            person(application, "finance", Role.DEPARTMENT_FINANCE, "411200-103");
            person(application, "head", Role.DEPARTMENT_HEAD, "411200-103");
            Browsing finance = new Browsing(application.address()).as("finance", PASSWORD);
            Browsing head = new Browsing(application.address()).as("head", PASSWORD);
            Set<String> before = Set.copyOf(picks(head));
            assertThat(finance.get(PAGE + "/1").body())
                    .as("173,000 of 42,639,299 yuan, and 5,000 less")
                    .contains("0.41% → <b>0.39%</b>");
            finance.submit(PAGE + "/1", PAGE + "/1/reversal", Map.of("reason", "任务取消", "effectiveOn", "2025-12-31"));
            List<String> mine = new ArrayList<>(picks(head));
            mine.removeAll(before);
            assertThat(head.get("/approvals?pick=" + mine.getFirst()).body()).contains("0.41% → <b>0.39%</b>");
        }
    }

    /** Two at once with one comment, and none of them without. */
    private static void returned(Browsing finance, Browsing head) {
        Set<String> before = Set.copyOf(picks(head));
        submit(finance, "54", "53", "11000");
        submit(finance, "50", "49", "21000");
        List<String> mine = new ArrayList<>(picks(head));
        mine.removeAll(before);
        assertThat(mine).hasSize(2);
        String silent = decide(head, mine, Map.of("comment", " ", "act", "return"));
        assertThat(silent.split("请填写原因", -1)).as("said of each").hasSize(3);
        assertThat(picks(head)).as("nothing is returned without a reason").containsAll(mine);
        String result = decide(head, mine, Map.of("comment", "请补充测算", "act", "return"));
        assertThat(result.split("已办理", -1)).hasSize(3);
        assertThat(result).doesNotContain("未办理");
        assertThat(picks(head)).doesNotContainAnyElementsOf(mine);
        for (String pick : mine) {
            assertThat(finance.get(document(pick)).body()).contains("已退回").contains("请补充测算");
        }
    }

    private static String document(String pick) {
        return PAGE + "/" + pick.split("/")[1];
    }

    private static List<String> picks(Browsing who) {
        List<String> picks = new ArrayList<>();
        Matcher matcher = PICK.matcher(who.get("/approvals").body());
        while (matcher.find()) {
            picks.add(matcher.group(1));
        }
        return picks;
    }

    private static String decide(Browsing who, List<String> picks, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("pick", String.join(",", picks));
        return who.follow(who.post("/approvals", "/approvals/decide", all));
    }

    private static void submit(Browsing who, String from, String to, String amount) {
        Map<String, String> fields = new HashMap<>(
                Map.of("direction", "SHIFT", "amountUnit", "元", "effectiveOn", "2025-12-31", "reason", "工作任务变化"));
        fields.putAll(Map.of("from[0].line", from, "to[0].line", to, "requestContent", "测算"));
        fields.putAll(Map.of("from[0].amount", amount, "to[0].amount", amount, "performanceUnaffected", "true"));
        assertThat(who.target(who.submit(PAGE + "/new", PAGE, fields))).contains("after=");
    }

    private static void person(RunningApplication application, String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
