package org.mingzhang.application.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;

/** "head" leads department 103; "deputy" is one of its officers, "foreign" one of another department. */
class DelegationTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2026";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse(ID)).prepared();
        for (String head : List.of("head", "head2", "head3", "head4")) {
            account(head, Role.DEPARTMENT_HEAD, "411200-103");
        }
        account("deputy", Role.UNIT_OFFICER, "411200-103/103001");
        account("third", Role.UNIT_OFFICER, "411200-103");
        account("foreign", Role.UNIT_OFFICER, "411200-104");
        account("auditor", Role.AUDITOR, "411200-103");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_delegate_acts_for_the_principal_and_both_names_are_kept() {
        give("head", asked("deputy", today(), today().plusDays(6)));
        Browsing deputy = actingFor("deputy", "head");
        assertThat(deputy.get("/workbench").body()).contains("部门负责人").contains("代理 head");
        deputy.submit(
                "/prepare/" + ID + "/phase", "/prepare/" + ID + "/phase/submit-first-proposal", Map.of("note", ""));
        Actor actor = log().readStream(ID, 0).getLast().envelope().actor();
        assertThat(actor.login()).isEqualTo("deputy");
        assertThat(actor.role()).isEqualTo(Role.DEPARTMENT_HEAD);
        assertThat(actor.onBehalfOf()).contains("head");
        assertThat(deputy.post("/account", "/account/delegations", asked("third", today(), today()))
                        .statusCode())
                .as("what one has by delegation cannot be delegated")
                .isEqualTo(403);
        assertThat(deputy.post("/account", "/account/tokens", Map.of("name", "x", "days", "3"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void before_and_after_its_days_it_gives_nothing() {
        give("head2", asked("deputy", today().plusDays(1), today().plusDays(6)));
        assertThat(delegations().mandates("deputy"))
                .extracting(Mandate::principal)
                .doesNotContain("head2");
        assertThat(as("deputy").get("/account/delegations").body()).contains("未开始");
        Map<String, String> past = asked("deputy", today().minusDays(9), today().minusDays(1));
        Browsing head = as("head2");
        head.post("/account/delegations", "/account/delegations", past);
        assertThat(head.get("/account/delegations").body()).contains("止日不得早于起日，也不得早于今天");
    }

    @Test
    void a_withdrawn_one_gives_nothing_from_the_next_request_on() {
        give("head3", asked("deputy", today(), today()));
        Browsing deputy = actingFor("deputy", "head3");
        assertThat(deputy.get("/workbench").body()).contains("代理 head3");
        Delegation given = delegations().given("head3").getFirst();
        as("head3")
                .post(
                        "/account/delegations",
                        "/account/delegations/end",
                        Map.of("delegation", given.id().toString()));
        assertThat(deputy.target(deputy.get("/workbench"))).isEqualTo("/account?delegation-over");
        assertThat(deputy.get("/workbench").body()).doesNotContain("代理 head3").contains("单位经办");
    }

    @Test
    void only_people_of_the_same_department_who_do_not_stand_apart_may_be_chosen() {
        Browsing head = as("head4");
        for (String nobody : List.of("foreign", "auditor", "head4", "unknown")) {
            head.post("/account/delegations", "/account/delegations", asked(nobody, today(), today()));
            assertThat(delegations().given("head4")).as(nobody).isEmpty();
        }
        Map<String, String> notTheirs = asked("deputy", today(), today());
        notTheirs.put("role", "BUDGET_OFFICE");
        head.post("/account/delegations", "/account/delegations", notTheirs);
        assertThat(delegations().given("head4")).isEmpty();
        Map<String, String> unreadable = asked("deputy", today(), today());
        unreadable.put("lastDay", "soon");
        head.post("/account/delegations", "/account/delegations", unreadable);
        assertThat(head.get("/account/delegations").body()).contains("请填写日期");
    }

    private static void give(String principal, Map<String, String> asked) {
        as(principal).post("/account/delegations", "/account/delegations", asked);
        assertThat(delegations().given(principal)).isNotEmpty();
    }

    private static Browsing actingFor(String delegate, String principal) {
        Browsing person = as(delegate);
        String mandate = delegations().mandates(delegate).stream()
                .filter(found -> found.principal().equals(principal))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
        person.post("/account", "/account/act-for", Map.of("delegation", mandate));
        return person;
    }

    private static Map<String, String> asked(String delegate, LocalDate first, LocalDate last) {
        return new HashMap<>(Map.of(
                "delegate",
                delegate,
                "role",
                "DEPARTMENT_HEAD",
                "firstDay",
                first.toString(),
                "lastDay",
                last.toString(),
                "reason",
                "出差"));
    }

    private static Delegations delegations() {
        return application.context().getBean(Delegations.class);
    }

    private static EventLog log() {
        return application.context().getBean(EventLog.class);
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static void account(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
