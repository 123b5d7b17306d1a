package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;

/** Budgets and tables as programs read them. */
class ReadingApiTest {
    private static final String RELEASED = "/api/budgets/411200-103-2025";
    private static final String DRAFT = "/api/budgets/411200-103-2026";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        BudgetCommands commands = application.context().getBean(BudgetCommands.class);
        RenderedTables tables = application.context().getBean(RenderedTables.class);
        new SampleBudget(commands, BudgetId.parse("411200-103-2025"))
                .prepared()
                .underCeiling()
                .approved()
                .published(tables);
        new SampleBudget(commands, BudgetId.parse("411200-103-2026")).prepared();
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount("reader", "审计", Set.of(Role.AUDITOR), "411200"), "a long password");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_public_finds_released_budgets_only() {
        String list = publicly("/api/budgets").body();
        assertThat(list).contains("\"budget\":\"411200-103-2025\"").doesNotContain("411200-103-2026");
        assertThat(publicly(RELEASED).body()).contains("\"fen\":4263929900").contains("\"publishedOn\":\"2025-02-10\"");
    }

    @Test
    void every_address_of_a_draft_is_the_same_404_as_of_nothing() {
        for (String tail :
                List.of("", "/tables", "/tables/3", "/tables/3.csv", "/tables/3.xlsx", "/tables/3?asOf=99")) {
            HttpResponse<String> draft = publicly(DRAFT + tail);
            HttpResponse<String> nothing = publicly("/api/budgets/411200-999-2026" + tail);
            assertThat(draft.statusCode()).isEqualTo(404);
            assertThat(draft.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(draft.body().replace("103", "999")).isEqualTo(nothing.body());
        }
        assertThat(publicly(RELEASED + "/tables/3?asOf=7").statusCode()).isEqualTo(404);
    }

    @Test
    void staff_read_their_drafts() {
        Browsing staff = new Browsing(application.address()).as("reader", "a long password");
        assertThat(staff.get("/api/budgets").body()).contains("411200-103-2026").contains("\"phase\":\"preparing\"");
        assertThat(staff.get(DRAFT + "/tables/3").statusCode()).isEqualTo(200);
    }

    @Test
    void a_table_has_stable_keys_exact_amounts_and_printed_texts() {
        assertThat(publicly(RELEASED + "/tables/3").body())
                .contains("\"key\":\"103/2010301\"")
                .contains("\"key\":\"基本支出/人员经费/工资福利支出\"")
                .contains("\"text\":\"4,263.93\",\"fen\":4263929900");
        assertThat(publicly(RELEASED + "/tables/3?unit=yuan&scope=103005").body())
                .contains("\"unit\":\"yuan\"")
                .contains("\"scope\":\"103005\"");
    }

    @Test
    void the_same_table_is_there_as_csv_and_as_a_workbook() {
        HttpResponse<String> csv = publicly(RELEASED + "/tables/3.csv");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body()).contains("科目编码/类,科目编码/款").contains("\"4,263.93\"");
        HttpResponse<String> workbook = publicly(RELEASED + "/tables/3.xlsx");
        assertThat(workbook.body()).startsWith("PK");
        assertThat(workbook.headers().firstValue("Content-Disposition").orElse(""))
                .contains("411200-103-2025-03-wan.xlsx");
    }

    @Test
    void a_word_that_is_not_known_is_a_bad_request() {
        for (String query : List.of("unit=dollar", "basis=guess", "asOf=now")) {
            assertThat(publicly(RELEASED + "/tables/3?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(publicly(RELEASED + "/tables/3?scope=999999").statusCode()).isEqualTo(404);
        assertThat(publicly(RELEASED + "/tables/77").statusCode()).isEqualTo(404);
    }

    @Test
    void the_description_of_the_api_names_every_address() {
        assertThat(publicly("/v3/api-docs").body())
                .contains("\"/api/budgets\"")
                .contains("\"/api/budgets/{id}\"")
                .contains("\"/api/budgets/{id}/tables\"")
                .contains("\"/api/budgets/{id}/tables/canonical.json\"")
                .contains("\"/api/budgets/{id}/tables/{number}\"")
                .contains("\"/api/budgets/{id}/tables/{number}.csv\"")
                .contains("\"/api/budgets/{id}/tables/{number}.xlsx\"");
    }

    private static HttpResponse<String> publicly(String path) {
        return new Browsing(application.address()).program(path);
    }
}
