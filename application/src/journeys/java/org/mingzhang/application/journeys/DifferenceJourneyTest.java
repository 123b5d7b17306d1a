package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor compares the adjusted budget with the day before an adjustment, and follows what changed. */
@ExtendWith(Site.class)
class DifferenceJourneyTest {
    private static final String BUDGET = "/budgets/411200-103-2025";

    @Test
    void an_auditor_moves_to_the_day_before_compares_and_explains_a_changed_cell(Page page) {
        audits(page);
        page.navigate(BUDGET + "/tables/3?basis=adjusted");
        page.locator(".asof-line summary").click();
        LocalDate effect = LocalDate.parse(
                page.locator(".asof-line .document .code").first().textContent());
        page.fill(".asof-form input[name=asOf]", effect.minusDays(1).toString());
        page.selectOption(".asof-form select", "effective");
        page.locator(".asof-form button").click();
        page.getByText("与现在对比").click();
        assertThat(page.url())
                .contains("/difference?")
                .contains("basis=adjusted")
                .contains("clock=effective");
        accessible(page, "difference");
        english(page, "difference-english");
        narrow(page, "difference");
        Locator changed = page.locator("#t3 tbody tr[data-delta]").first();
        String row = changed.getAttribute("data-row");
        String delta = changed.locator("b").last().textContent();
        assertThat(delta).matches("[+−][0-9,.]+");
        changed.locator("td.num a").nth(1).click();
        assertThat(page.url()).contains("/tables/3/cells/");
        assertThat(page.locator(".picked").count()).isEqualTo(1);
        assertThat(row).isNotBlank();
        page.locator(".trail a[href*='/adjustments/']").first().waitFor();
        accessible(page, "difference-explained");
    }

    @Test
    void instants_are_chosen_and_the_two_clocks_of_a_day_compared(Page page) {
        audits(page);
        page.navigate(BUDGET + "/difference");
        accessible(page, "difference-asking");
        narrow(page, "difference-asking");
        page.locator(".asof-line a").first().click();
        assertThat(page.url()).contains("from=");
        accessible(page, "difference-since-opening");
        page.navigate(BUDGET + "/difference?from=2025-06-30&clock=both&basis=adjusted");
        assertThat(page.locator("main").textContent()).contains("还没有入账");
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        page.navigate(BUDGET + "/difference?from=" + today + "&clock=both&basis=adjusted&unit=yuan");
        accessible(page, "difference-clocks");
        english(page, "difference-clocks-english");
        page.navigate(BUDGET + "/difference?from=" + today + "&to=120&cells=all&table=3");
        assertThat(page.locator(".notice.warn").textContent()).contains("已经对调");
        accessible(page, "difference-swapped");
        page.navigate(BUDGET + "/difference?from=99999999");
        accessible(page, "difference-amiss");
    }

    private static void audits(Page page) {
        page.navigate("/sign-in");
        page.fill("#login", "shenji");
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }

    private static void english(Page page, String name) {
        page.locator("a.lang").click();
        accessible(page, name);
        page.locator("a.lang").click();
    }

    private static void narrow(Page page, String name) {
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 390"))
                .as(name)
                .isTrue();
        accessible(page, name + "-390");
        page.setViewportSize(1440, 900);
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(page.locator("main h1").count()).as(name).isEqualTo(1);
        assertThat(page.locator("body").textContent()).as(name).doesNotContain("??");
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
