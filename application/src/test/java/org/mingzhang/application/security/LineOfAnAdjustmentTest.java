package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** A line that an adjustment made belongs to its unit as any other: its people work on it, and others do not. */
class LineOfAnAdjustmentTest {
    private static final String PASSWORD = "a long password";
    private static final String API = "/api/budgets/411200-103-2025";
    private static final Pattern DOCUMENT = Pattern.compile("\"number\":(\\d+)");

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static Caller owner;
    private static Caller other;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        owner = person("owner", Role.UNIT_OFFICER, "411200-103/103005");
        other = person("other", Role.UNIT_OFFICER, "411200-103/103001");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void its_unit_states_what_is_carried_over_and_takes_the_document_back() {
        String document = API + "/adjustments/" + inEffect();
        String stated = """
                {"amountUnit": "元", "entries": [{"line": "born", "carriedFen": "0", "statement": "已完成"}]}""";
        String back = "{\"reason\": \"记错\", \"effectiveOn\": \"2025-12-31\"}";

        assertThat(sent(other, API + "/carry-over", stated)).isEqualTo(403);
        assertThat(sent(owner, API + "/carry-over", stated)).isEqualTo(200);
        assertThat(sent(other, document + "/reversal", back)).isEqualTo(403);
        assertThat(sent(owner, document + "/reversal", back)).isEqualTo(201);
    }

    private static String inEffect() {
        Caller.Answer submitted = owner.send("POST", API + "/adjustments", Map.of("body", """
                {"direction": "SHIFT", "reason": "工作任务变化", "requestContent": "测算说明", "effectiveOn": "2025-12-31",
                 "amountUnit": "元", "performanceUnaffected": "true", "from": [{"line": "54", "amountFen": "100"}],
                 "to": [{"line": "born", "amountFen": "100", "unit": "103005", "function": "2010350",
                   "category": "OTHER_OPERATIONS", "project": "41120025000000045201", "deptEconomic": "30201",
                   "fund": "GENERAL_PUBLIC", "source": "CURRENT", "appropriated": "true"}]}"""));
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
        String all = owner.send("GET", "/api/execution/411200-103-2025/adjustments", Map.of())
                .body();
        Matcher number = DOCUMENT.matcher(all);
        String last = number.results().reduce((one, next) -> next).orElseThrow().group(1);
        String document = API + "/adjustments/" + last;
        pass(person("head", Role.DEPARTMENT_HEAD, "411200-103"), document, "DEPARTMENT_REVIEW");
        pass(person("desk", Role.SECTOR_DESK, "411200"), document, "FINANCE_REVIEW");
        assertThat(sent(person("office", Role.BUDGET_OFFICE, "411200"), document + "/effect", """
                {"documentNumber": "三财预〔2025〕77号", "title": "批复", "issuer": "市财政局", "date": "2025-12-30",
                 "effectiveOn": "2025-12-31"}"""))
                .isEqualTo(200);
        return last;
    }

    private static void pass(Caller who, String document, String station) {
        assertThat(sent(who, document + "/review", "{\"station\": \"" + station + "\"}"))
                .isEqualTo(200);
    }

    private static int sent(Caller who, String path, String body) {
        return who.send("POST", path, Map.of("body", body)).status();
    }

    private static Caller person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
        return new Caller(application.address()).signedIn(login, PASSWORD);
    }
}
