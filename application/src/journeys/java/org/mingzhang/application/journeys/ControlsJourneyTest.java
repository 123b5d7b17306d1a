package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor has the controls proved over the sample's whole log; an administrator backs it up. */
@ExtendWith(Site.class)
class ControlsJourneyTest {
    @Test
    void an_auditor_has_the_controls_proved_over_the_whole_log(Page page) {
        as(page, "shenji");
        page.navigate("/ledger?lang=zh-CN");
        page.locator("main a[href='/ledger/controls']").first().click();
        seen(page, "controls-before");
        page.locator("main form button").click();
        page.waitForSelector("main .notice.good");
        assertThat(page.locator("main").textContent()).contains("全部成立").contains("不相容职务分离");
        assertThat(page.locator("main .tag.good").count()).isEqualTo(8);
        seen(page, "controls-holds-zh-CN");
        page.navigate("/ledger/controls?lang=en");
        assertThat(page.locator("main").textContent()).contains("Everything holds");
        seen(page, "controls-holds-en");
    }

    @Test
    void an_administrator_backs_the_embedded_database_up(Page page) {
        as(page, "admin");
        for (String language : new String[] {"zh-CN", "en"}) {
            page.navigate("/ledger?lang=" + language);
            page.locator("#backup button").click();
            assertThat(page.locator("#backup .notice.good code").textContent()).contains("/backups/");
            seen(page, "backup-" + language);
        }
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
