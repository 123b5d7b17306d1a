package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supplement from the reserve, decided by the government: the source goes down by what the line gets. */
@ExtendWith(Site.class)
class FundsJourneyTest {
    private static final String BUDGET = "411200-103-2025";
    private static final String FUNDS = "/funds/411200-funds-2025";

    @Test
    void a_supplement_from_the_reserve_from_its_registration_to_what_is_left(Page page) {
        as(page, "yusuan");
        page.navigate("/funds");
        accessible(page, "funds-all");
        page.navigate(FUNDS);
        accessible(page, "funds");
        registered(page);
        assertThat(page.locator("main").textContent()).contains("防汛预备费").contains("800,000.00");
        String source = page.locator("tbody a:has-text('防汛预备费')").getAttribute("href");

        as(page, "caiwu");
        page.navigate("/execute/" + BUDGET + "/adjustments/new?direction=SUPPLEMENT");
        page.fill("[name='to[0].line']", "10");
        page.fill("[name='to[0].amount']", "300000");
        page.fill("#f-reason", "汛期抢修");
        page.fill("#f-requestContent", "抢修测算");
        String choice = page.locator("#f-sourceNumber option:has-text('防汛预备费')").textContent();
        assertThat(choice).contains("余额 800,000.00 元");
        page.selectOption("#f-sourceNumber", source.replaceAll(".*/", ""));
        accessible(page, "supplement-form");
        page.locator("main button.main").click();
        String document = page.locator("tbody th a").first().getAttribute("href");
        page.navigate(source);
        assertThat(page.locator("dl.facts").last().textContent())
                .contains("300,000.00")
                .contains("500,000.00");

        pass(page, "fuzeren", document);
        pass(page, "yewu", document);
        as(page, "yusuan");
        page.navigate(document);
        accessible(page, "government-decision");
        document(page, "三政纪〔2025〕21号", "市政府常务会议纪要");
        page.locator("form[action*='/review'] button").click();
        document(page, "三财预〔2025〕88号", "关于追加部门预算的批复");
        page.locator("form[action*='/effect'] button").click();
        assertThat(page.locator("main").textContent())
                .contains("已生效")
                .contains("第 ")
                .contains("防汛预备费");
        accessible(page, "supplement-effective");
        page.navigate(source);
        assertThat(page.locator("dl.facts").last().textContent())
                .contains("300,000.00")
                .contains("500,000.00");
        assertThat(page.locator("main a[href='" + document + "']").count()).isPositive();
        accessible(page, "source-drawn");
    }

    private static void registered(Page page) {
        page.selectOption("#f-kind", "RESERVE");
        page.fill("#f-name", "防汛预备费");
        page.fill("#f-amount", "80");
        page.selectOption("[name='amountUnit']", "万元");
        document(page, "三财预〔2025〕70号", "关于防汛预备费的通知");
        page.locator("form[action$='/sources'] button.main").click();
    }

    private static void document(Page page, String number, String title) {
        page.fill("#f-documentNumber", number);
        page.fill("#f-title", title);
        page.fill("#f-issuer", "三门峡市财政局");
        page.fill("#f-date", "2025-12-30");
    }

    private static void pass(Page page, String login, String document) {
        as(page, login);
        page.navigate(document);
        page.locator("form[action*='/review'] button").click();
        assertThat(page.locator("main").textContent()).contains("通过");
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
