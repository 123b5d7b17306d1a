package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Targets beside their money: seen by anybody, watched, evaluated and mended by whoever works on them. */
@ExtendWith(Site.class)
class PerformanceJourneyTest {
    private static final String ID = "411200-103-2025";
    private static final String PAGE = "/budgets/" + ID + "/performance";
    private static final String PROJECT = "411200240000000008296";

    @Test
    void anybody_sees_released_targets_and_where_an_indicator_comes_from(Page page) {
        page.navigate("/budgets/" + ID);
        page.getByText("绩效指标与目标").click();
        page.waitForURL(url -> url.contains("/performance"));
        assertThat(page.locator("[data-lint]").count()).isZero();
        accessible(page, "performance-public");
        assertThat(page.locator("tr[data-live=budget-execution]").textContent()).contains("未公开");
        Locator special = page.locator("tr[data-live=detailed] a").last();
        String shown = special.textContent();
        special.click();
        assertThat(page.locator(".source-amount b").textContent()).isEqualTo(shown);
        page.navigate(PAGE + "?lang=en");
        page.locator("#projects summary").first().click();
        accessible(page, "performance-public-english");
        page.navigate(PAGE + "/forms/self-evaluation?lang=en");
        assertThat(page.locator("table.official").textContent()).contains("未公开");
        accessible(page, "form-public-english");
    }

    @Test
    void an_officer_sees_what_does_not_fit_where_the_work_is_done(Page page) {
        signIn(page);
        page.navigate(PAGE + "?lang=zh-CN");
        assertThat(page.locator("#findings tr[data-lint=COST_AT_LEAST]").textContent())
                .contains("≥24万");
        page.locator("#projects summary").nth(0).click();
        accessible(page, "performance");
        page.locator("#findings tr[data-lint=COST_AT_LEAST] a").click();
        assertThat(page.locator("[data-hints]").textContent()).contains("成本应有上限");
        accessible(page, "performance-project");
        page.getByText("目标沿革").click();
        page.waitForURL(url -> url.contains("/targets"));
        accessible(page, "performance-history");
        page.navigate("/prepare/" + ID + "/projects/targets?project=411200240000000008240");
        accessible(page, "performance-targets-form");
        page.navigate(PAGE + "?lang=en");
        accessible(page, "performance-english");
        page.navigate("/execute/" + ID + "/targets?project=411200240000000008240&lang=en");
        accessible(page, "performance-history-english");
    }

    @Test
    void as_of_an_earlier_day_the_indicators_of_that_day_are_shown(Page page) {
        signIn(page);
        page.navigate(PAGE + "?asOf=2025-03-31&clock=effective&lang=zh-CN");
        assertThat(page.locator(".asof-now").textContent()).contains("2025-03-31");
        String then = page.locator("tr[data-live=budget-execution] td").first().textContent();
        page.locator(".asof-now a").click();
        assertThat(page.locator("tr[data-live=budget-execution] td").first().textContent())
                .isNotEqualTo(then);
    }

    @Test
    void the_preview_of_an_adjustment_says_what_becomes_of_indicators(Page page) {
        signIn(page);
        page.navigate("/execute/" + ID + "/adjustments/new?from=54&lang=zh-CN");
        page.fill("[name='to[0].line']", "53");
        page.fill("[name='from[0].amount']", "20000");
        page.fill("#f-reason", "工作任务变化");
        page.fill("#f-requestContent", "测算");
        page.locator("[data-aims]").waitFor();
        assertThat(page.locator("[data-aims] tr[data-live=budget-adjustment]").textContent())
                .contains("%");
        accessible(page, "performance-foreseen");
    }

    @Test
    void progress_is_stated_and_a_year_is_evaluated(Page page) {
        signIn(page);
        page.navigate("/execute/" + ID + "/aims?lang=zh-CN");
        accessible(page, "aims");
        for (int stage = 0; stage < 2; stage++) {
            Locator money =
                    page.locator("tr[data-subject='" + PROJECT + "'] td.num a").nth(stage);
            String amount = money.textContent();
            money.click();
            assertThat(page.locator("main p.notice").first().textContent()).contains(amount);
            page.goBack();
        }
        page.navigate("/execute/" + ID + "/monitoring?project=" + PROJECT);
        fill(page, "progress", "actual", "正常");
        page.selectOption("[name='progress[1].outlook']", "POSSIBLE");
        page.fill("[name=through]", "2025-07");
        page.getByText("保存监控").click();
        assertThat(page.locator(".errors").textContent()).contains("纠偏措施");
        accessible(page, "monitoring-wrong");
        page.fill("[name='progress[1].reason']", "调研安排在下半年");
        page.fill("[name='progress[1].correction']", "按月排期");
        page.getByText("保存监控").click();
        assertThat(page.locator("main").textContent()).contains("截至 2025-07");
        accessible(page, "monitoring");

        page.navigate("/execute/" + ID + "/self-evaluations?project=" + PROJECT);
        String[] actual = {"9.8万元", "80次", "96%", "正常", "97%"};
        for (int row = 0; row < actual.length; row++) {
            page.fill("[name='results[" + row + "].actual']", actual[row]);
        }
        page.fill("[name='results[1].reason']", "下半年任务减少");
        page.fill("[name='results[1].improvement']", "提前安排");
        page.fill("[name=executionReason]", "部分费用年末结算");
        accessible(page, "self-evaluation-form");
        page.getByText("计分并保存").click();
        assertThat(page.locator("main h2").allTextContents().toString()).contains("自评结果");
        accessible(page, "self-evaluation");
        page.navigate(page.url() + (page.url().contains("?") ? "&" : "?") + "lang=en");
        accessible(page, "self-evaluation-english");
        page.navigate("/execute/" + ID + "/monitoring?project=" + PROJECT + "&lang=en");
        accessible(page, "monitoring-english");
        page.navigate("/execute/" + ID + "/aims?lang=en");
        accessible(page, "aims-english");
        page.navigate("/execute/" + ID + "/projects/" + PROJECT + "?lang=en");
        accessible(page, "story-english");
        for (String form : new String[] {"monitoring", "self-evaluation"}) {
            page.navigate(PAGE + "/forms/" + form + "?project=" + PROJECT + "&lang=zh-CN");
            accessible(page, "form-" + form);
            page.navigate(PAGE + "/forms/" + form + "?lang=en");
            accessible(page, "form-of-the-whole-" + form + "-english");
        }
        page.navigate(PAGE + "/forms/monitoring?lang=zh-CN&project=" + PROJECT);
        page.locator("tr[data-row=total] a").first().click();
        assertThat(page.locator(".source-amount b").textContent()).isNotEmpty();
        page.navigate("/?lang=zh-CN");
    }

    private static void fill(Page page, String list, String part, String text) {
        Locator fields = page.locator("[name^='" + list + "['][name$='." + part + "']");
        for (int i = 0; i < fields.count(); i++) {
            fields.nth(i).fill(text);
        }
    }

    private static void signIn(Page page) {
        page.navigate("/sign-in");
        page.fill("#login", "caiwu");
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(page.locator("main h1").count()).as(name).isEqualTo(1);
        assertThat(page.locator("body").textContent()).as(name).doesNotContain("??");
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
