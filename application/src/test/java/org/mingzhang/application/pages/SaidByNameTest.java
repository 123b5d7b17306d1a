package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;

/** What is not there, or not told where it is asked for, is said by its name; and a closed year is not called a distributed one. */
class SaidByNameTest {
    private static final String FIGURE = "/comparison/411200-103/figure?year=2026&";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true, RunningApplication.INVENTED_YEAR);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_figure_under_a_code_that_there_is_not_is_none_and_not_nothing() {
        Browsing officer = as("caiwu");
        for (String asked :
                List.of("level=function&code=999", "level=dept_economic&code=398", "level=gov_economic&code=598")) {
            HttpResponse<String> answer = officer.get(FIGURE + asked);
            assertThat(answer.statusCode()).as(asked).isEqualTo(404);
            assertThat(answer.body()).as(asked).contains("2026 年的分类科目中没有");
        }
        for (String asked : List.of("level=unit&code=999999", "level=project&code=41120025000000099999")) {
            HttpResponse<String> answer = officer.get(FIGURE + asked);
            assertThat(answer.statusCode()).as(asked).isEqualTo(404);
            assertThat(answer.body()).as(asked).contains("2026 年的这个预算中没有");
        }
        assertThat(officer.get(FIGURE + "level=function&code=999&lang=en").body())
                .contains("The classification of 2026 has no code “999”.");
        assertThat(officer.get(FIGURE + "level=function&code=205&lang=zh-CN").statusCode())
                .as("a code of that year under which there is nothing")
                .isEqualTo(200);
    }

    @Test
    void a_basis_that_a_page_does_not_know_is_refused_by_name() {
        Browsing officer = as("caiwu");
        for (String path : List.of(
                "/budgets/411200-103-2025",
                "/api/budgets/411200-103-2025",
                "/api/budgets/411200-103-2025/tables",
                "/api/budgets/411200-103-2025/tables/canonical.json")) {
            HttpResponse<String> answer = officer.get(path + "?basis=adjusted");
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("没有“adjusted”这一口径");
            assertThat(officer.get(path + "?basis=initial").statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_year_that_is_closed_is_told_so_in_lists_at_any_instant() throws IOException {
        Browsing officer = as("caiwu");
        assertThat(state(officer, "")).isEqualTo("accounts-disclosed");
        assertThat(state(officer, "?asOf=2026-06-30&clock=effective")).isEqualTo("distributed");
        assertThat(officer.get("/execute/411200-103-2026").body())
                .contains("决算已公开")
                .doesNotContain("<span class=\"tag\">批复到单位</span>");
        assertThat(officer.get("/execute/411200-103-2026?asOf=2026-06-30&clock=effective")
                        .body())
                .contains("<span class=\"tag\">批复到单位</span>");
    }

    private static String state(Browsing officer, String instant) throws IOException {
        JsonNode budgets = new ObjectMapper()
                .readTree(officer.get("/api/budgets" + instant).body())
                .get("budgets");
        for (JsonNode budget : budgets) {
            if (budget.get("budget").asText().equals("411200-103-2026")) {
                assertThat(budget.get("phase").asText()).isEqualTo("distributed");
                return budget.get("state").asText();
            }
        }
        throw new AssertionError("2026 is not in the list " + budgets);
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, "mingzhang-demo");
    }
}
