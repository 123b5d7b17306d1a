package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** What stands on the page of one thing is a file too: the lines of a cell, the story of a project, what is held of a line. */
class DetailFilesTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String CELL = "/budgets/" + ID + "/tables/3/cells/total/%E5%90%88%E8%AE%A1";

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static Browsing officer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
        person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        person("clerk", Role.UNIT_OFFICER, "411200-103/103001");
        officer = new Browsing(application.address()).as("finance", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_lines_behind_a_cell_add_up_to_it_for_everybody() {
        String csv = csv(new Browsing(application.address()), CELL);
        assertThat(csv).startsWith("\uFEFF行号,金额").contains("工资福利支出");
        assertThat(csv.lines().count()).isGreaterThan(50);
        assertThat(new Browsing(application.address()).get(CELL).body()).contains(CELL + "?format=xlsx");
    }

    @Test
    void the_story_of_a_project_is_told_in_sentences() {
        String page = "/execute/" + ID + "/projects/41120025000000045201";
        String csv = csv(officer, page);
        assertThat(csv).startsWith("\uFEFF日期,经办").contains("元");
        assertThat(csv.lines().count()).isGreaterThan(3);
        assertThat(csv).doesNotContain("story.");
        assertThat(officer.get(page).body()).contains(page + "?format=csv");
        assertThat(new Browsing(application.address())
                        .as("clerk", PASSWORD)
                        .get(page + "?format=csv")
                        .statusCode())
                .as("of another unit")
                .isEqualTo(404);
    }

    @Test
    void what_is_held_of_a_line_and_what_goes_on_under_another_code_are_files() {
        assertThat(csv(officer, "/execute/" + ID + "/line?key=54")).startsWith("\uFEFF行号,日期,动作,金额");
        assertThat(csv(officer, "/crosswalk?division=411200")).startsWith("\uFEFF号,类别,原编码,新编码");
    }

    private static String csv(Browsing who, String page) {
        HttpResponse<String> answer = who.get(page + (page.contains("?") ? "&" : "?") + "format=csv");
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains(".csv");
        return answer.body();
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }
}
