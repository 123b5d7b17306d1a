package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who is not signed in compares two years, opens a class and a figure; the bureau records a merger. */
@ExtendWith(Site.class)
class ComparisonJourneyTest {
    private static final String BRIDGE = "/comparison/411200-103/bridge";
    private static final String SAMPLE = "/comparison/411200-103?years=2024,2025";

    @Test
    void two_years_beside_each_other_from_the_list_to_where_a_figure_comes_from(Page page) {
        page.context().clearCookies();
        for (String language : List.of("zh-CN", "en")) {
            page.navigate("/comparison?lang=" + language);
            accessible(page, "comparison-list-" + language);
            page.navigate(SAMPLE + "&lang=" + language);
            assertThat(page.locator("main").textContent())
                    .contains("+964.73")
                    .contains("+29.24%")
                    .contains("+56.76")
                    .contains("+21.36%")
                    .doesNotContain("??");
            accessible(page, "comparison-" + language);
        }
        page.navigate("/comparison?lang=zh-CN");
        page.locator("main tbody a").first().click();
        assertThat(page.locator("h2#finding").textContent()).isEqualTo("支出总计增加 964.73 万元，增长 29.24%");
        assertThat(page.locator("svg[role=img]").count()).isEqualTo(3);
        assertThat(page.locator("main").textContent()).contains("未公布").contains("持平");

        page.locator("a.fold[aria-label^='201']").click();
        assertThat(page.locator("a.fold[aria-expanded=true]").count()).isEqualTo(1);
        assertThat(page.locator("tbody th:has-text('20103')").count()).isPositive();
        accessible(page, "comparison-opened");

        page.navigate(SAMPLE + "&by=project&sort=amount&unit=yuan&stage=initial");
        accessible(page, "comparison-projects");
        page.navigate(SAMPLE + "&by=function&depth=3");
        accessible(page, "comparison-depth");

        page.navigate(SAMPLE);
        page.locator("tr.total a:has-text('4,263.93')").first().click();
        assertThat(page.locator("main").textContent()).contains("42,639,299.00");
        accessible(page, "comparison-figure");
        page.navigate(SAMPLE);
        page.locator("tr.total a:has-text('3,299.20')").first().click();
        assertThat(page.locator("main").textContent()).contains("32,992,000.00");
        accessible(page, "comparison-figure-stated");
        page.navigate(SAMPLE + "&lang=en");
        page.locator("tr.total a:has-text('+29.24%')").first().click();
        assertThat(page.locator("[data-arithmetic]").textContent())
                .contains("4,263.93", "3,299.20", "+964.73", "+29.24%");
        accessible(page, "comparison-arithmetic-en");
        page.navigate("/comparison/411200-103/figure?year=2025&level=operating&lang=en");
        assertThat(page.locator("main").textContent()).contains("3,224,550.00 yuan");
        accessible(page, "comparison-figure-en");
        page.navigate("/comparison?lang=zh-CN");
    }

    @Test
    void the_bridge_between_two_budgets_opens_its_lines_and_documents(Page page) {
        page.context().clearCookies();
        page.navigate(SAMPLE + "&lang=zh-CN");
        page.locator("a:has-text('预算变动分解')").first().click();
        assertThat(page.locator("h2#finding").textContent())
                .isEqualTo("从 2024 年年初预算数到 2025 年年初预算数，增加 964.73 万元，增长 29.24%");
        assertThat(page.locator("svg.waterfall a").count()).isEqualTo(3);
        assertThat(page.locator("main").textContent()).contains("未能分解").doesNotContain("??");
        accessible(page, "bridge-unexplained");
        page.locator("svg.waterfall a").nth(1).click();
        assertThat(page.locator("main").textContent()).contains("9,647,299.00");
        accessible(page, "bridge-unexplained-step");
        page.navigate(BRIDGE + "?from=2019&to=2025");
        assertThat(page.locator("svg.waterfall").count()).isZero();
        accessible(page, "bridge-unknown");
        page.navigate("/budgets/411200-103-2025");
        page.locator("a:has-text('预算变动分解')").click();
        assertThat(page.locator("h2#finding").textContent()).contains("964.73");

        as(page, "caiwu");
        for (String language : List.of("en", "zh-CN")) {
            page.navigate(BRIDGE + "?from=2025&to=2025&lang=" + language);
            assertThat(page.locator("svg.waterfall a").count()).isEqualTo(5);
            assertThat(page.locator("main").textContent()).doesNotContain("??");
            accessible(page, "bridge-within-" + language);
        }
        page.navigate(BRIDGE + "?from=2025&to=2025&unit=yuan");
        accessible(page, "bridge-within-yuan");
        page.locator("svg.waterfall a[aria-label*='第 4 号调整单']").click();
        assertThat(page.locator("main").textContent()).contains("100,000.00");
        accessible(page, "bridge-step");
        page.navigate(BRIDGE + "?from=2025&to=2025&asOf=2025-05-31&clock=effective");
        assertThat(page.locator("main").textContent()).contains("第 3 号调整单").doesNotContain("第 4 号调整单");
        accessible(page, "bridge-effective");
    }

    @Test
    void figures_of_an_earlier_year_are_stated_on_a_form_that_keeps_what_was_typed(Page page) {
        as(page, "caiwu");
        page.navigate("/prepare/411200-103-2025/comparatives?of=2023");
        accessible(page, "comparatives-form");
        page.fill("[name='figures[0].amount']", "3000");
        page.fill("[name='figures[4].amount']", "12");
        page.fill("[name='figures[5].amount']", "13");
        page.fill("#f-documentNumber", "2023年公开文本");
        page.fill("#f-title", "2023年部门预算");
        page.fill("#f-issuer", "市政府办公室");
        page.fill("#f-date", "2023-02-10");
        page.locator("form[action$='/comparatives'] button.main").click();
        assertThat(page.locator("[data-error-summary]").textContent()).contains("组成部分合计");
        accessible(page, "comparatives-refused");
        page.fill("[name='figures[5].amount']", "0");
        page.locator("form[action$='/comparatives'] button.main").click();
        assertThat(page.locator("main").textContent()).contains("2023").contains("3 个数字");
        page.navigate("/comparison/411200-103?years=2023,2024,2025");
        assertThat(page.locator("main").textContent()).contains("+299.20");
        accessible(page, "comparison-three-years");
    }

    @Test
    void a_merger_is_recorded_with_its_document_and_years_are_told_like_for_like(Page page) {
        as(page, "yusuan");
        page.navigate("/crosswalk");
        accessible(page, "crosswalk-empty");
        page.selectOption("#f-kind", "FUNCTION");
        page.fill("#f-before", "2010302");
        page.fill("#f-from", "2025");
        page.fill("[name='after[0].code']", "2010399");
        page.fill("[name='after[0].percent']", "60");
        page.fill("#f-documentNumber", "三财预〔2024〕9号");
        page.fill("#f-title", "关于科目调整的通知");
        page.fill("#f-issuer", "三门峡市财政局");
        page.fill("#f-date", "2024-09-01");
        page.locator("#record button.main").click();
        assertThat(page.locator("[data-error-summary]").textContent()).contains("60.00%");
        page.fill("[name='after[0].percent']", "100");
        page.locator("#record button.main").click();
        assertThat(page.locator("main").textContent()).contains("2010399").contains("有效");
        accessible(page, "crosswalk");
        page.navigate(SAMPLE + "&basis=like&lang=en");
        assertThat(page.locator("main").textContent()).contains("2024: printed, not restated.");
        accessible(page, "comparison-like-en");
        page.navigate("/crosswalk?lang=en");
        accessible(page, "crosswalk-en");
        assertThat(page.locator("main").textContent())
                .contains("Departmental economic code")
                .doesNotContain("支出功能分类科目");
        page.navigate("/crosswalk?lang=zh-CN");
    }

    private static void as(Page page, String login) {
        page.context().clearCookies();
        page.navigate("/sign-in");
        page.fill("#login", login);
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
