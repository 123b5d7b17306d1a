package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What anybody does: from the start page to a table, in both units and languages, on paper, without script. */
@ExtendWith(Site.class)
class PublicJourneyTest {
    private static final String DEPARTMENT = "/budgets/411200-103-2025";

    @Test
    void from_the_start_page_over_the_department_to_table_three_and_its_yuan(Page page) {
        page.navigate("/");
        page.getByText("三门峡市人民政府办公室").first().click();
        assertThat(page.locator("h1").textContent()).contains("2025 年部门预算");
        accessible(page, "department");

        page.getByText("部门支出总体情况表").click();
        assertThat(page.url()).endsWith("/tables/3");
        assertThat(total(page)).isEqualTo("4,263.93");
        accessible(page, "table-3");

        page.locator(".segmented a").nth(1).click();
        assertThat(page.url()).endsWith("?unit=yuan");
        assertThat(total(page)).isEqualTo("42,639,299.00");
        Visit.picture(page, "table-3-yuan");
    }

    @Test
    void a_unit_is_chosen_and_empty_columns_are_hidden_in_the_link(Page page) {
        page.navigate(DEPARTMENT + "/tables/3?unit=yuan");
        page.selectOption("select[name=scope]", "103003");
        page.waitForURL(url -> url.contains("scope=103003"));
        assertThat(page.url()).contains("unit=yuan");
        page.check("input[name=columns]");
        page.waitForURL(url -> url.contains("columns=filled"));
        assertThat(page.locator("thead").textContent()).doesNotContain("特定目标类");
        accessible(page, "table-3-unit");
    }

    @Test
    void nobody_is_kept_out_of_any_page(Page page) {
        List<String> tables = java.util.stream.IntStream.rangeClosed(1, 12)
                .mapToObj(number -> DEPARTMENT + "/tables/" + number)
                .toList();
        for (String path : tables) {
            page.navigate(path);
            accessible(page, "table-" + path.replaceAll(".*/", ""));
        }
        for (String path :
                List.of("/glossary", "/codes/functional?year=2025&q=201", "/ledger", "/sign-in", "/nothing")) {
            page.navigate(path);
            accessible(page, path.replaceAll("\\W+", "-"));
        }
    }

    @Test
    void english_is_one_click_away_and_the_official_text_stays_chinese(Page page) {
        page.navigate(DEPARTMENT + "/tables/3");
        page.locator("a.lang").click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator(".kpi-label").first().textContent()).isEqualTo("Total expenditure");
        assertThat(page.locator("h1").textContent()).isEqualTo("2025年部门支出总体情况表");
        accessible(page, "table-3-english");
        page.navigate("/glossary");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void on_paper_there_is_the_table_with_its_unit_and_signatures_and_nothing_else(Page page) {
        page.navigate(DEPARTMENT + "/tables/3");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".bar").isVisible()).isFalse();
        assertThat(page.locator(".tools").isVisible()).isFalse();
        assertThat(page.locator(".print-head").textContent()).contains("单位：万元");
        assertThat(page.locator(".signatures").isVisible()).isTrue();
        Visit.picture(page, "table-3-print");
    }

    private static String total(Page page) {
        return page.locator("tr[data-row=total] td[data-column=合计]").textContent();
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
