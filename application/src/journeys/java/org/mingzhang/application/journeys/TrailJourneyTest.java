package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor asks the trail, finds the attempt that was returned, follows it and takes it along. */
@ExtendWith(Site.class)
class TrailJourneyTest {
    private static final String RETURNED = "退回了第 5 号调整单";

    @Test
    void an_auditor_finds_the_returned_attempt_and_takes_it_along(Page page) throws IOException {
        as(page, "shenji");
        page.navigate("/ledger?lang=zh-CN");
        page.locator("main a[href='/ledger/trail']").click();
        seen(page, "trail-newest-zh-CN");
        page.selectOption("#kind", "adjustment");
        page.fill("#q", "补充测算");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("q="));
        assertThat(page.locator("ol.entries").textContent()).contains(RETURNED, "赵立", "请补充测算依据");
        assertThat(page.locator("ol.entries > li").count()).isEqualTo(1);
        seen(page, "trail-returned-zh-CN");
        takenAlong(page);
        page.locator("ol.entries a.code").first().click();
        assertThat(page.url()).matches(".*/ledger/trail/\\d+");
        assertThat(page.locator("main").textContent()).contains("请补充测算依据", "部门负责人", "同一次提交的其他事件");
        seen(page, "trail-entry-zh-CN");
        String link = page.url();
        page.navigate(link + "?lang=en");
        assertThat(page.locator("main").textContent()).contains("returned adjustment no. 5.");
        seen(page, "trail-entry-en");
        page.locator("a[href*='/execute/']").click();
        assertThat(page.url()).endsWith("/adjustments/5");
    }

    @Test
    void the_trail_fits_a_narrow_screen_and_both_renderings_are_clean(Page page) {
        as(page, "shenji");
        for (String language : new String[] {"zh-CN", "en"}) {
            page.setViewportSize(1440, 900);
            page.navigate("/ledger/trail?view=table&kind=adjustment&person=fuzeren&lang=" + language);
            assertThat(page.locator("table.data tbody tr").count()).isPositive();
            seen(page, "trail-table-" + language);
            page.navigate("/ledger/trail?from=yesterday&amountFrom=many");
            assertThat(page.locator("[role=alert]").textContent()).contains("yesterday");
            seen(page, "trail-wrong-" + language);
            page.setViewportSize(390, 844);
            page.navigate("/ledger/trail?kind=execution");
            seen(page, "trail-narrow-" + language);
            page.navigate("/ledger/trail?kind=adjustment-took-effect&view=table");
            seen(page, "trail-narrow-table-" + language);
            page.locator("table.data tbody th a").first().click();
            seen(page, "trail-narrow-entry-" + language);
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
        }
    }

    private static void takenAlong(Page page) throws IOException {
        Download download = page.waitForDownload(
                () -> page.locator("main a[href*='format=csv']").click());
        String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
        assertThat(csv.lines().count()).isEqualTo(2);
        assertThat(csv).contains(RETURNED, "请补充测算依据");
    }

    private static void seen(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }

    private static void as(Page page, String login) {
        page.navigate("/sign-in");
        page.fill("#login", login);
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }
}
