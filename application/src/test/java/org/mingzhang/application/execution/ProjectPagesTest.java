package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;

/** The project library, one project with its story, and grids as files with exactly what is filtered. */
class ProjectPagesTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String LIBRARY = "/execute/" + ID + "/projects";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("auditor", Role.AUDITOR, "411200");
        person("neighbour", Role.DEPARTMENT_FINANCE, "411200-201");
        new SampleBudget(application.context().getBean(BudgetCommands.class), BudgetId.parse("411200-103-2027"))
                .prepared();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void every_project_is_there_with_its_amounts_and_filters_narrow_them_down() {
        Browsing finance = as("finance");
        String all = finance.get(LIBRARY).body();
        assertThat(all).contains("共 13 个项目").contains("年初预算").contains("可用").contains("fromProject=");
        assertThat(finance.get(LIBRARY + "?category=OTHER_OPERATIONS&state=approved&q=")
                        .body())
                .doesNotContain("??");
        assertThat(finance.get(LIBRARY + "?q=no-such-project").body())
                .contains("共 0 个项目")
                .contains("没有符合条件的项目");
        assertThat(finance.get(LIBRARY + "?page=99").statusCode()).isEqualTo(200);
        assertThat(finance.get(LIBRARY + "?page=x").statusCode()).isEqualTo(400);
    }

    @Test
    void a_project_tells_what_happened_to_it_in_sentences_with_who_and_which_document() {
        Browsing finance = as("finance");
        String page = finance.get(LIBRARY + "/" + code("54")).body();
        assertThat(page)
                .contains("编列第 54 行")
                .contains("登记项目")
                .contains("绩效目标由 0 项改为")
                .contains("调剂到")
                .doesNotContain("??");
        assertThat(finance.get(LIBRARY + "/41120025T0NOSUCH").statusCode()).isEqualTo(404);
        assertThat(finance.get(LIBRARY + "/" + code("54") + "?lang=en").body())
                .contains("Allocated line 54")
                .doesNotContain("??");
    }

    @Test
    void adjustments_of_the_sample_stand_in_the_story_of_their_project() {
        String told = as("finance").get(LIBRARY + "/" + code("42")).body();
        assertThat(told).contains("提交调整单第").contains("号生效，本项目");
    }

    @Test
    void before_approval_the_library_leads_to_revising() {
        String page = as("finance").get("/execute/411200-103-2027/projects").body();
        assertThat(page).contains("编制中").contains("/projects/form?code=").doesNotContain("fromProject=");
    }

    @Test
    void a_neighbour_finds_nothing_and_nobody_is_asked_to_sign_in() {
        assertThat(as("neighbour").get(LIBRARY).statusCode()).isEqualTo(404);
        assertThat(as("neighbour").get(LIBRARY + "?format=xlsx").statusCode()).isEqualTo(404);
        assertThat(new Browsing(application.address()).get(LIBRARY).statusCode())
                .isEqualTo(302);
    }

    @Test
    void every_grid_is_a_file_with_exactly_what_is_filtered() {
        for (String grid : List.of(
                "/execute/" + ID,
                "/execute/" + ID + "/adjustments",
                LIBRARY,
                "/approvals",
                "/prepare/" + ID,
                "/prepare/" + ID + "/revenue",
                "/prepare/" + ID + "/units",
                "/codes/functional")) {
            HttpResponse<byte[]> xlsx = file("finance", grid + "?format=xlsx");
            assertThat(xlsx.statusCode()).as(grid).isEqualTo(200);
            assertThat(xlsx.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("filename*=UTF-8''");
            assertThat(new String(xlsx.body(), 0, 2, StandardCharsets.UTF_8)).isEqualTo("PK");
            String csv = text("finance", grid + "?format=csv");
            assertThat(csv).as(grid).startsWith("\uFEFF").doesNotContain("??");
            assertThat(as("finance").get(grid).body()).as(grid).contains("format=xlsx");
        }
        String filtered = text("finance", "/execute/" + ID + "?q=" + code("54") + "&format=csv");
        assertThat(filtered.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(code("54")));
        assertThat(text("finance", LIBRARY + "?q=no-such-project&format=csv").lines())
                .hasSize(1);
        assertThat(file("finance", LIBRARY + "?format=pdf").statusCode()).isEqualTo(400);
    }

    private static String code(String line) {
        return text("finance", "/execute/" + ID + "?format=csv")
                .lines()
                .filter(row -> row.startsWith(line + ","))
                .map(row -> row.split(",")[3])
                .findFirst()
                .orElseThrow();
    }

    private static String text(String login, String path) {
        return new String(file(login, path).body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> file(String login, String path) {
        return as(login).bytes(path);
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
