package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money goes from one project to another: drafted, returned, mended, passed, in effect, and reversed. */
@ExtendWith(Site.class)
class AdjustmentJourneyTest {
    private static final String ID = "411200-103-2025";
    private static final String LEDGER = "/execute/" + ID;
    private static final String LIST = LEDGER + "/adjustments";

    /** As many as a finance officer has patience for. */
    private static final int MOST_INPUTS = 7;

    @Test
    void a_virement_between_projects_from_the_first_click_to_the_adjusted_table(Page page) {
        as(page, "caiwu");
        page.navigate(LEDGER + "?q=54");
        accessible(page, "execution-ledger");
        assertThat(virement(page)).isLessThanOrEqualTo(MOST_INPUTS);
        assertThat(page.locator("[role=status]").first().textContent()).contains("已保存");
        accessible(page, "adjustments");
        String document = page.locator("tbody th a").first().getAttribute("href");

        as(page, "fuzeren");
        page.navigate("/approvals");
        accessible(page, "approvals");
        page.locator("tbody th a[href='" + document + "']").click();
        assertThat(page.locator("main").textContent()).contains("生效后（元）").contains("528,000.00");
        accessible(page, "adjustment-approver");
        page.locator("summary").first().click();
        assertThat(page.locator("main").textContent()).contains("格变化");
        accessible(page, "adjustment-impact");
        page.locator("details:has(#reason-return) > summary").click();
        page.fill("#reason-return", "请补充测算依据");
        page.locator("form[action$='/return'] button").click();
        assertThat(page.locator("main").textContent()).contains("已退回").contains("请补充测算依据");

        as(page, "caiwu");
        page.navigate(document);
        page.locator("a.btn.main").click();
        assertThat(page.inputValue("[name='from[0].line']")).isEqualTo("54");
        page.fill("#f-requestContent", "测算：2025年四季度缺口 5 万元");
        page.check("#f-performanceUnaffected");
        page.locator("main button.main").click();
        String mended = page.locator("tbody th a").first().getAttribute("href");
        assertThat(mended).isNotEqualTo(document);

        pass(page, "fuzeren", mended);
        pass(page, "yewu", mended);
        as(page, "yusuan");
        page.navigate(mended);
        accessible(page, "adjustment-effect");
        page.fill("#f-documentNumber", "三财预〔2025〕66号");
        page.fill("#f-title", "关于调剂部门预算的批复");
        page.fill("#f-issuer", "三门峡市财政局");
        page.fill("#f-date", "2025-12-30");
        page.locator("form[action$='/effect'] button").click();
        assertThat(page.locator("main").textContent()).contains("已生效");
        accessible(page, "adjustment-effective");
        page.navigate("/budgets/" + ID + "/tables/3?unit=yuan&basis=adjusted");
        Visit.picture(page, "table3-adjusted");
    }

    @Test
    void an_overdraft_is_told_while_typing_and_refused_with_what_was_typed(Page page) {
        as(page, "caiwu");
        page.navigate(LIST + "/new?from=41");
        page.fill("[name='from[0].amount']", "999,999.00");
        page.fill("[name='to[0].line']", "40");
        assertThat(page.inputValue("[name='to[0].amount']")).isEqualTo("999,999.00");
        page.fill("[name='to[0].amount']", "10");
        assertThat(page.locator(".hint.over").textContent()).contains("可用 5,001.00");
        assertThat(page.locator(".balance.over").textContent()).contains("−999,989.00");
        page.fill("#f-reason", "试一试");
        page.fill("#f-requestContent", "无");
        page.locator("main button.main").click();
        assertThat(page.locator(".errors").textContent()).contains("可用 0.50万元").contains("相差");
        assertThat(page.inputValue("[name='from[0].amount']")).isEqualTo("999,999.00");
        accessible(page, "adjustment-refused");
    }

    /** Answers how many inputs it took. */
    private static int virement(Page page) {
        int inputs = 0;
        page.locator("tbody a.btn").first().click();
        inputs++;
        page.fill("[name='from[0].amount']", "50000");
        inputs++;
        page.fill("[name='to[0].line']", "53");
        inputs++;
        assertThat(page.locator("[data-balance]").textContent()).contains("差额 0.00");
        accessible(page, "adjustment-form");
        page.fill("#f-reason", "热线话务量下降");
        inputs++;
        page.fill("#f-requestContent", "见申请");
        inputs++;
        page.check("#f-performanceUnaffected");
        inputs++;
        page.locator("main button.main").click();
        return inputs + 1;
    }

    private static void pass(Page page, String login, String document) {
        as(page, login);
        page.navigate(document);
        page.locator("form[action$='/review'] button").click();
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
