package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asking where a number comes from: everybody of a released one, an auditor of one that an adjustment changed. */
@ExtendWith(Site.class)
class ExplanationJourneyTest {
    private static final String BUDGET = "/budgets/411200-103-2025";

    @Test
    void anybody_asks_where_a_released_number_comes_from(Page page) {
        page.navigate(BUDGET + "/tables/3");
        page.locator("tr[data-row='103/2010301'] td[data-column='基本支出/人员经费/工资福利支出'] a")
                .click();
        assertThat(page.locator(".source-amount b").textContent()).isEqualTo("2,025.66");
        assertThat(page.locator(".picked").count()).isEqualTo(1);
        assertThat(page.locator(".source").textContent()).doesNotContain("王敏").contains("财政批复");
        accessible(page, "cell-public");
        page.locator("a.lang").click();
        assertThat(page.locator(".source .tag").first().textContent()).isEqualTo("Where this cell comes from");
        accessible(page, "cell-public-english");
        page.locator("tr[data-row='103/2010301'] td[data-column='项目支出/特定目标类'] a")
                .click();
        assertThat(page.locator(".why").textContent()).contains("Blank means nil");
        accessible(page, "cell-blank-english");
        page.locator(".close").click();
        assertThat(page.url()).endsWith("/tables/3");
    }

    @Test
    void texts_targets_and_panels_are_explained_too(Page page) {
        page.navigate(BUDGET + "/tables/11/cells/indicator~2/c4");
        accessible(page, "cell-target");
        page.navigate(BUDGET + "/tables/1/cells/S2!S2/支出~金额");
        accessible(page, "cell-panel");
        page.navigate(BUDGET + "/tables/12/cells/103005~41120025000000045201/绩效目标~产出指标~三级指标");
        accessible(page, "cell-project-target");
        page.navigate(BUDGET + "/tables/3/cells/nothing/c4");
        assertThat(page.locator("main").textContent()).contains("nothing");
        accessible(page, "cell-not-there");
    }

    @Test
    void with_the_keyboard_alone(Page page) {
        page.navigate(BUDGET + "/tables/3");
        Locator link = page.locator("tr[data-row=total] td[data-column=合计] a");
        link.focus();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/cells/total/"));
        assertThat(page.locator(".source-amount b").textContent()).isEqualTo("4,263.93");
    }

    @Test
    void an_auditor_goes_to_the_day_before_explains_what_changed_and_follows_it_to_its_document(Page page) {
        page.navigate("/sign-in");
        page.fill("#login", "shenji");
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
        page.navigate(BUDGET + "/tables/3?basis=adjusted");
        page.locator(".asof-line summary").click();
        accessible(page, "asof-now");
        String effect = page.locator(".asof-line .document .code").first().textContent();
        String now = page.locator("table.official").textContent();

        String before = LocalDate.parse(effect).minusDays(1).toString();
        page.fill(".asof-form input[name=asOf]", before);
        page.selectOption(".asof-form select", "effective");
        page.locator(".asof-form button").click();
        assertThat(page.locator(".asof-now").textContent()).contains(before);
        assertThat(page.url()).contains("basis=adjusted").contains("clock=effective");
        assertThat(page.locator("table.official").textContent()).isNotEqualTo(now);
        accessible(page, "asof-day-before");

        page.getByText("重放核对").click();
        assertThat(page.locator("main .notice").textContent()).contains("一致");
        assertThat(page.locator("h1").textContent()).isEqualTo("2025年部门支出总体情况表");
        accessible(page, "replayed");
        page.locator("main .actions a").first().click();
        assertThat(page.locator(".asof-now").textContent()).contains(before);

        page.locator(".asof-now a").click();
        page.locator("tr[data-row=total] td[data-column=合计] a").click();
        page.locator(".trail a[href*='/adjustments/']").first().waitFor();
        accessible(page, "cell-adjusted");
        page.navigate(page.url() + "&lang=en");
        accessible(page, "cell-adjusted-english");
        page.locator(".trail a[href*='/adjustments/']").first().click();
        assertThat(page.url()).contains("/adjustments/");
        accessible(page, "cell-document");
    }

    @Test
    void the_timeline_is_moved_along_with_the_arrows_and_enter(Page page) {
        page.navigate("/sign-in");
        page.fill("#login", "shenji");
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
        page.navigate("/execute/411200-103-2025");
        Locator slide = page.locator("[data-asof-slide]");
        slide.focus();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("[data-asof-told]").textContent()).isNotBlank();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("asOf="));
        assertThat(page.locator(".asof-now").isVisible()).isTrue();
        accessible(page, "asof-lines");
        page.navigate("/execute/411200-103-2025?asOf=99999999");
        accessible(page, "asof-amiss");
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(page.locator("main h1").count()).as(name).isEqualTo(1);
        assertThat(page.locator("body").textContent()).as(name).doesNotContain("??");
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
