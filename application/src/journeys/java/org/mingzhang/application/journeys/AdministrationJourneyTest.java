package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An account is made, set up by its owner and given rights; somebody lets somebody act for them. */
@ExtendWith(Site.class)
class AdministrationJourneyTest {
    @Test
    void an_account_from_its_making_to_its_first_work(Page page) {
        as(page, "admin", "mingzhang-demo");
        page.navigate("/users");
        accessible(page, "users");
        page.fill("#login", "xinren");
        page.fill("#displayName", "新人");
        page.locator("form[action$='/users'] button").last().click();
        String link = page.locator("#link").textContent();
        accessible(page, "user-made");

        page.context().clearCookies();
        page.navigate(link);
        accessible(page, "password-link");
        page.fill("#next", "zhe shi yi ge hen chang de mima");
        page.fill("#again", "zhe shi yi ge hen chang de mima");
        page.locator("main button.main").click();

        as(page, "anquan", "mingzhang-demo");
        page.navigate("/users/xinren");
        accessible(page, "user-rights");
        page.check("input[name=roles][value=UNIT_OFFICER]");
        page.fill("#scope", "411200-103/103001");
        page.fill("#years", "2025-2026");
        page.locator("form[action$='/rights'] button").click();
        assertThat(page.locator("[role=status]").first().textContent()).contains("已保存");
        accessible(page, "user-with-rights");
        page.navigate("/administration");
        assertThat(page.locator("tbody").textContent())
                .contains("账号 xinren 的权限")
                .contains("新建账号 xinren");
        accessible(page, "administration");
        page.navigate("/administration?lang=en");
        accessible(page, "administration-en");

        as(page, "xinren", "zhe shi yi ge hen chang de mima");
        assertThat(page.locator("h1").textContent()).contains("工作台");
        page.navigate("/account/tokens");
        page.fill("#name", "月度导入");
        page.locator("main button.main").click();
        assertThat(page.locator("#secret").textContent()).startsWith("mz_");
        accessible(page, "tokens");
    }

    @Test
    void a_delegation_is_given_used_and_ended(Page page) {
        as(page, "fuzeren", "mingzhang-demo");
        page.navigate("/account/delegations");
        page.selectOption("#delegate", "shenhe");
        page.fill("#lastDay", today().plusDays(3).toString());
        page.fill("#reason", "出差");
        page.locator("main button.main").click();
        assertThat(page.locator("[role=status]").textContent()).contains("已记入管理记录");
        accessible(page, "delegations");

        as(page, "shenhe", "mingzhang-demo");
        page.navigate("/account");
        accessible(page, "account-act-for");
        page.locator("form[action$='/act-for'] button").click();
        assertThat(page.locator("header").textContent()).contains("部门负责人").contains("代理 赵立");
        accessible(page, "acting-for");

        as(page, "fuzeren", "mingzhang-demo");
        page.navigate("/account/delegations");
        page.locator("form[action$='/end'] button").first().click();
        assertThat(page.locator("tbody").first().textContent()).contains("已终止");
    }

    private static void as(Page page, String login, String password) {
        page.context().clearCookies();
        page.navigate("/sign-in");
        page.fill("#login", login);
        page.fill("#password", password);
        page.locator("main button.main").click();
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .isEmpty();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
