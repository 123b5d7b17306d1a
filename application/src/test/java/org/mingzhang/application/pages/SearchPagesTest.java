package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

/** The search over the sample: people find what is theirs, everybody what is released, nobody what is another's draft. */
class SearchPagesTest {
    private static final String PASSWORD = "a long password";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws InterruptedException {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("neighbour", Role.DEPARTMENT_FINANCE, "411200-201");
        person("boss", Role.ADMINISTRATOR, "");
        new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2027"))
                .prepared();
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        while (!body("finance", "/api/search?q=411200-103-2027").contains("2027")
                && Instant.now().isBefore(until)) {
            Thread.sleep(200);
        }
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void people_find_projects_lines_adjustments_and_documents_of_theirs() {
        assertThat(body("finance", "/search?q=" + encode("热线")))
                .contains("/execute/411200-103-2025/projects/")
                .doesNotContain("??");
        assertThat(body("finance", "/search?kind=line&q=2010301")).contains("/execute/411200-103-2025?line=");
        assertThat(body("finance", "/search?kind=adjustment&q=" + encode("号"))).contains("/adjustments/");
        assertThat(body("finance", "/search?q=" + encode("三财预〔2025〕3号"))).contains("/prepare/411200-103-2025/phase");
        assertThat(body("finance", "/search?q=2010301&lang=en"))
                .contains("Line")
                .doesNotContain("??");
        assertThat(body("finance", "/search?kind=person&q=jing")).contains("张敏");
    }

    @Test
    void a_stranger_finds_what_is_released_and_not_what_is_only_drafted_or_inside() {
        Browsing stranger = new Browsing(application.address());
        String found = stranger.get("/search?q=" + encode("热线")).body();
        assertThat(found)
                .contains("/budgets/411200-103-2025/tables/10")
                .doesNotContain("/execute/")
                .doesNotContain("2027");
        assertThat(stranger.program("/api/search?kind=line&q=2010301").body()).contains("\"hits\":[]");
        assertThat(stranger.program("/api/search?q=jingban").body()).contains("\"hits\":[]");
        assertThat(stranger.get("/search?q=" + encode("三财预〔2024〕98号")).body()).doesNotContain("/phase");
    }

    @Test
    void a_neighbour_finds_no_more_than_a_stranger_and_none_of_their_people() {
        assertThat(body("neighbour", "/search?q=" + encode("热线")))
                .contains("/budgets/411200-103-2025/tables/10")
                .doesNotContain("/execute/411200-103");
        assertThat(body("neighbour", "/api/search?q=jingban")).contains("\"hits\":[]");
        assertThat(body("boss", "/api/search?q=jingban")).contains("张敏");
    }

    @Test
    void what_was_found_is_a_file_and_bad_questions_are_harmless() {
        Browsing finance = as("finance");
        String csv = new String(
                finance.bytes("/search?q=2010301&kind=line&format=csv").body(), StandardCharsets.UTF_8);
        assertThat(csv.lines().count()).isGreaterThan(5);
        assertThat(finance.get("/search").body()).doesNotContain("??");
        assertThat(finance.get("/search?q=" + encode("<script>alert(1)</script>"))
                        .body())
                .doesNotContain("<script>alert");
        assertThat(finance.get("/search?q=a&page=100000").statusCode()).isEqualTo(200);
        assertThat(finance.get("/search?q=a&page=-1").statusCode()).isEqualTo(200);
        assertThat(finance.get("/search?q=" + "x".repeat(4000)).statusCode()).isEqualTo(200);
    }

    @Test
    void the_reference_of_the_api_says_what_a_line_takes() {
        String page = new Browsing(application.address()).get("/api-reference").body();
        assertThat(page)
                .contains("/api/budgets/{id}/lines")
                .contains("deptEconomic")
                .doesNotContain("??");
    }

    private static String body(String login, String path) {
        return as(login).get(path).body();
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
