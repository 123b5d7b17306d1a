package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.Years;

/** Two officers of one department, each of one unit: what is the one's is not the other's, read or written. */
class OtherUnitTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2026";
    private static final String API = "/api/budgets/" + ID;

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static Caller owner;
    private static Caller other;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse(ID)).prepared();
        owner = person("owner", "411200-103/103005", Years.ALL);
        other = person("other", "411200-103/103001", Years.ALL);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** A command with content that belongs to unit 103005. */
    private record Sent(String method, String path, String body) {}

    private static Stream<Sent> commands() {
        String money = """
            "unit": "103005", "function": "2010399", "category": "OTHER_OPERATIONS",
            "project": "411200240000000191203", "deptEconomic": "30299", "govEconomic": "50502",
            "fund": "GENERAL_PUBLIC", "source": "CURRENT", "appropriated": "true", "amountFen": "100\"\
            """;
        String project = """
            {"code": "41120026000000000001", "name": "项目", "category": "OTHER_OPERATIONS", "unit": "103005"}\
            """;
        String indicators = "{\"indicators\": [], \"reason\": \"x\"}";
        // the project still has lines when it is to be removed, so that it stays for the other tests
        return Stream.of(
                new Sent("PUT", "/projects/41120025000000045201/targets", indicators),
                new Sent("DELETE", "/projects/41120025000000045201?reason=x", ""),
                new Sent("POST", "/projects", project),
                new Sent("PUT", "/lines/54", "{" + money + "}"),
                new Sent("POST", "/lines", "{\"line\": \"n1\", " + money + "}"),
                new Sent("DELETE", "/lines/53?reason=x", ""),
                new Sent("DELETE", "/revenue/R103005?reason=x", ""));
    }

    @TestFactory
    Stream<DynamicTest> the_other_is_refused_before_anything_is_decided() {
        return commands()
                .map(sent -> DynamicTest.dynamicTest(sent.method + " " + sent.path, () -> {
                    Map<String, String> body = sent.body.isEmpty() ? Map.of() : Map.of("body", sent.body);
                    Caller.Answer refused = other.send(sent.method, API + sent.path, body);
                    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
                    Caller.Answer decided = owner.send(sent.method, API + sent.path, body);
                    assertThat(decided.status())
                            .as(decided.body())
                            .isNotIn(401, 403, 404)
                            .isLessThan(500);
                }));
    }

    @Test
    void what_is_read_names_nothing_of_the_other_unit() {
        for (String page : Set.of(
                "/prepare/" + ID,
                "/prepare/" + ID + "/revenue",
                "/execute/" + ID + "/projects",
                "/execute/" + ID,
                "/api/execution/" + ID + "/lines")) {
            assertThat(other.send("GET", page, Map.of()).body())
                    .as(page)
                    .doesNotContain("103005")
                    .doesNotContain("办公场所租赁费");
        }
        assertThat(owner.send("GET", "/execute/" + ID + "/projects", Map.of()).body())
                .contains("办公场所租赁费");
    }

    @Test
    void tables_of_a_draft_are_those_of_the_own_unit() {
        assertThat(table(owner, "?scope=103005").status()).isEqualTo(200);
        assertThat(table(owner, "?scope=103001").status()).isEqualTo(404);
        assertThat(table(owner, "").status()).as("the whole department's").isEqualTo(404);
    }

    @Test
    void years_limit_what_the_scope_gives() {
        Caller before = person("before", "411200-103", new Years(2020, 2025));
        Caller within = person("within", "411200-103", new Years(2026, 2026));
        assertThat(before.send("GET", "/prepare/" + ID, Map.of()).status()).isEqualTo(404);
        assertThat(within.send("GET", "/prepare/" + ID, Map.of()).status()).isEqualTo(200);
        assertThat(before.send("DELETE", API + "/lines/1?reason=x", Map.of()).status())
                .isEqualTo(403);
    }

    private static Caller.Answer table(Caller person, String query) {
        return person.send("GET", "/budgets/" + ID + "/tables/3" + query, Map.of());
    }

    private static Caller person(String login, String scope, Years years) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(Role.UNIT_OFFICER), scope, years), PASSWORD);
        return new Caller(application.address()).signedIn(login, PASSWORD);
    }
}
