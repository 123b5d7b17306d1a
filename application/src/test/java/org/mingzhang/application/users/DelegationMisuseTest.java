package org.mingzhang.application.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ways in which a delegation would give more than its principal meant, on the sample: each is refused in words. */
class DelegationMisuseTest {
    private static final String PASSWORD = "mingzhang-demo";
    private static final String GIVEN = "/account/delegations";
    private static final String PAGE = "/execute/411200-103-2025/adjustments";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_same_is_not_given_twice_so_that_ending_it_once_ends_it() throws Exception {
        try (ExecutorService clicks = Executors.newFixedThreadPool(2)) {
            Browsing head = as("fuzeren");
            Callable<Object> click = () -> head.post(GIVEN, GIVEN, asked("baomi", "DEPARTMENT_HEAD"));
            for (Future<Object> done : clicks.invokeAll(List.of(click, click))) {
                done.get();
            }
        }
        assertThat(delegations().given("fuzeren"))
                .filteredOn(one -> one.delegate().equals("baomi"))
                .hasSize(1);
        Browsing head = as("fuzeren");
        head.post(GIVEN, GIVEN, asked("baomi", "DEPARTMENT_HEAD"));
        assertThat(head.get(GIVEN).body()).contains("这些日子已经委托此人代行这一角色");
        UUID id = delegations().mandates("baomi").getFirst().id();
        assertThat(head.follow(head.post(GIVEN, GIVEN + "/end", Map.of("delegation", id.toString()))))
                .contains("委托已终止");
        assertThat(delegations().mandates("baomi")).isEmpty();
        head.post(GIVEN, GIVEN, asked("baomi", "DEPARTMENT_HEAD"));
        assertThat(delegations().mandates("baomi")).as("again after its end").hasSize(1);
        end("fuzeren");
    }

    @Test
    void nobody_is_their_own_delegate_and_whoever_stands_apart_is_told_why_there_is_no_form() {
        Browsing head = as("fuzeren");
        head.post(GIVEN, GIVEN, asked("fuzeren", "DEPARTMENT_HEAD"));
        assertThat(head.get(GIVEN).body()).contains("请选择同一部门（单位）的人员");
        for (String apart : List.of("admin", "anquan", "shenji")) {
            assertThat(as(apart).get(GIVEN).body())
                    .as(apart)
                    .contains("不得委托他人代行")
                    .doesNotContain("id=\"delegate\"");
        }
        assertThat(as("admin").get(GIVEN + "?lang=en").body()).contains("cannot be delegated");
    }

    @Test
    void who_acts_for_somebody_passes_nothing_on_and_the_page_says_how_to_change_back() {
        give("fuzeren", "caiwu", "DEPARTMENT_HEAD");
        give("caiwu", "jingban", "DEPARTMENT_FINANCE");
        Browsing finance = actingFor("caiwu", "fuzeren");
        assertThat(finance.get(GIVEN).body())
                .contains("正在代理 赵立。")
                .contains("以本人身份")
                .doesNotContain("id=\"delegate\"")
                .doesNotContain("delegations/end");
        assertThat(finance.post("/account", GIVEN, asked("jingban", "DEPARTMENT_HEAD"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(delegations().mandates("jingban"))
                .as("of the second in the chain only what is her own")
                .extracting(Mandate::principal)
                .containsExactly("caiwu");
        end("fuzeren");
        end("caiwu");
    }

    @Test
    void the_maker_decides_on_nothing_of_theirs_as_the_delegate_of_the_reviewer() {
        give("fuzeren", "jingban", "DEPARTMENT_HEAD");
        String document = submitted();
        Browsing maker = actingFor("jingban", "fuzeren");
        String told = maker.follow(maker.post(
                "/approvals",
                document + "/review",
                Map.of("station", "DEPARTMENT_REVIEW", "opinion", "同意", "back", document)));
        assertThat(told).contains("data-error-summary").contains("jingban");
        assertThat(as("yewu").get(document).body()).doesNotContain("张敏（代 赵立）");

        application
                .context()
                .getBean(JdbcTemplate.class)
                .update("update delegation set last_day = ? where delegate = 'jingban'", today().minusDays(1));
        assertThat(maker.target(maker.get("/workbench"))).isEqualTo("/account?delegation-over");
        assertThat(maker.get("/account").body()).doesNotContain("act-for");
        assertThat(maker.get(GIVEN).body()).contains("已期满");
    }

    private static String submitted() {
        Browsing maker = as("jingban");
        Map<String, String> shift = new HashMap<>(
                Map.of("direction", "SHIFT", "amountUnit", "元", "effectiveOn", "2025-12-31", "reason", "自己经办"));
        shift.putAll(Map.of("from[0].line", "54", "from[0].amount", "100", "to[0].line", "53", "to[0].amount", "100"));
        shift.putAll(Map.of("performanceUnaffected", "true", "requestContent", "测算"));
        assertThat(maker.target(maker.submit(PAGE + "/new", PAGE, shift))).contains("after=");
        String list = maker.get(PAGE).body();
        Matcher link = Pattern.compile(PAGE + "/(\\d+)\"").matcher(list.substring(list.indexOf("<tbody")));
        assertThat(link.find()).isTrue();
        return PAGE + "/" + link.group(1);
    }

    private static void give(String principal, String delegate, String role) {
        as(principal).post(GIVEN, GIVEN, asked(delegate, role));
        assertThat(delegations().mandates(delegate))
                .extracting(Mandate::principal)
                .contains(principal);
    }

    private static void end(String principal) {
        Browsing person = as(principal);
        delegations().given(principal).stream()
                .filter(one -> !one.ended())
                .forEach(one -> person.post(
                        GIVEN, GIVEN + "/end", Map.of("delegation", one.id().toString())));
    }

    private static Browsing actingFor(String delegate, String principal) {
        Browsing person = as(delegate);
        Mandate mandate = delegations().mandates(delegate).stream()
                .filter(found -> found.principal().equals(principal))
                .findFirst()
                .orElseThrow();
        person.post(
                "/account",
                "/account/act-for",
                Map.of("delegation", mandate.id().toString()));
        return person;
    }

    private static Map<String, String> asked(String delegate, String role) {
        return new HashMap<>(Map.of(
                "delegate",
                delegate,
                "role",
                role,
                "firstDay",
                today().toString(),
                "lastDay",
                today().plusDays(2).toString(),
                "reason",
                "出差"));
    }

    private static Delegations delegations() {
        return application.context().getBean(Delegations.class);
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
