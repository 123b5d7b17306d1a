package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

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
                .as("and what is still missing stands beside it")
                .contains("href=\"#f-reason\"")
                .contains("href=\"#f-requestContent\"");
        fields.put("from[0].amount", "1500000");
        fields.put("to[0].amount", "1500000");
        assertThat(previewed(fields)).contains("不足").doesNotContain("剩余");
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
        fields.putAll(
                Map.of("from[0].line", from, "from[0].amount", amount, "to[0].line", to, "to[0].amount", amount));
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
