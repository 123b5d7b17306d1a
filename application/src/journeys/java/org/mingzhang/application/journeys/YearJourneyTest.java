package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** The money of a year by the pages: a month is imported, a line frozen, the year closed, the final accounts begun. */
class YearJourneyTest {
    private static final String ID = "411200-103-2025";
    private static final String OFFICER = "yangliu";
    private static final String OFFICE = "linsen";
    private static final String PASSWORD = "a long password";
    private static final String WORK = "/execute/" + ID;

    @Test
    void a_year_is_executed_and_closed() {
        try (Visit visit = Visit.beginEmpty()) {
            Content.approved(visit, ID);
            AccountDirectory accounts = visit.application().context().getBean(AccountDirectory.class);
            accounts.create(new NewAccount(OFFICER, "杨柳", Set.of(Role.DEPARTMENT_FINANCE), "411200-103"), PASSWORD);
            accounts.create(new NewAccount(OFFICE, "林森", Set.of(Role.BUDGET_OFFICE), "411200"), PASSWORD);
            Page page = visit.page();
            aMonthIsImported(page);
            aLineIsFrozenAndThawed(page);
            theYearIsClosed(page);
            theFinalAccountsBegin(page);
        }
    }

    private static void aMonthIsImported(Page page) {
        as(page, OFFICER);
        page.navigate(WORK + "/months");
        accessible(page, "months-none");
        upload(page, "2025-01,1,300000,,\n2025-01,54,578000.01,,\n");
        assertThat(page.locator("main").textContent()).contains("超出").contains("0.01元");
        accessible(page, "month-refused");
        page.navigate(WORK + "/months");
        upload(page, "2025-01,1,300000,,\n2025-01,54,78000,-8000,\n");
        accessible(page, "month-preview");
        page.locator("form[action$='/record'] button").click();
        assertThat(page.locator("main").textContent()).contains("已全部记入").contains("370,000.00");
        accessible(page, "months");
        page.navigate(WORK + "/months/2025-01");
        accessible(page, "month");
        page.navigate(WORK + "?q=54");
        assertThat(page.locator("tbody").textContent()).contains("508,000.00").contains("12%");
        accessible(page, "execution-ledger-month");
    }

    private static void aLineIsFrozenAndThawed(Page page) {
        as(page, OFFICE);
        page.navigate(WORK + "/line?key=53");
        page.fill("#f-percent", "50");
        page.fill("#f-opinion", "压减一般性支出");
        page.locator("form[action$='/freezes'] button").click();
        assertThat(page.locator("main").textContent()).contains("351,000.00").contains("压减一般性支出");
        accessible(page, "line-frozen");
        page.fill("#thaw-percent", "100");
        page.fill("#thaw-opinion", "恢复执行");
        page.locator("form[action$='/thaws'] button").click();
        assertThat(page.locator("main").textContent()).contains("恢复执行");
    }

    private static void theYearIsClosed(Page page) {
        as(page, OFFICE);
        page.navigate(WORK + "/year-end");
        document(page);
        page.locator("form[action$='/closing'] button").click();
        assertThat(page.locator(".errors").textContent()).contains("还没有说明");
        accessible(page, "year-end-refused");

        as(page, OFFICER);
        page.navigate(WORK + "/year-end");
        Locator carried = page.locator("input[name$='.carried']");
        Locator statements = page.locator("input[name$='.statement']");
        for (int row = 0; row < carried.count(); row++) {
            carried.nth(row).fill(row == 0 ? "1,000.50" : "0");
            statements.nth(row).fill("按合同");
        }
        accessible(page, "year-end-stated");
        page.locator("form[action$='/carry-over'] button").click();
        assertThat(page.locator("main").textContent()).contains("已保存").doesNotContain("还没有说明");
        assertThat(page.locator("input[name$='.carried']").first().inputValue()).isEqualTo("1,000.50");

        as(page, OFFICE);
        page.navigate(WORK + "/year-end");
        document(page);
        page.locator("form[action$='/closing'] button").click();
        assertThat(page.locator("main").textContent()).contains("已于 2025-12-31 结账");
        accessible(page, "year-closed");
        page.navigate(WORK + "/year-end?lang=en");
        assertThat(page.locator("main").textContent()).contains("was closed").doesNotContain("??");
        accessible(page, "year-closed-english");
        page.navigate(WORK + "/year-end?lang=zh-CN");
    }

    private static void theFinalAccountsBegin(Page page) {
        as(page, OFFICER);
        page.navigate(WORK + "/accounts");
        page.fill("#f-day", "2026-01-20");
        page.locator("main form[action$='/accounts'] button").click();
        assertThat(page.locator("ol.steps li.done").textContent()).contains("编制");
        assertThat(page.locator("main").textContent()).contains("370,000.00");
        accessible(page, "final-accounts");
    }

    private static void document(Page page) {
        page.fill("#f-documentNumber", "示财库〔2026〕1号");
        page.fill("#f-title", "关于年终结账的通知");
        page.fill("#f-issuer", "三门峡市财政局");
        page.fill("#f-date", "2026-01-05");
    }

    private static void upload(Page page, String rows) {
        String about = "项目,内容\n预算编号," + ID + "\n金额单位,元\n来源文号,国库〔2025〕1号\n来源名称,国库支付报表\n来源单位,国库支付中心\n来源日期,2025-02-08\n";
        page.locator("#files")
                .setInputFiles(
                        new FilePayload[] {csv("说明.csv", about), csv("执行.csv", "月份,行号,支付金额,退回金额,在途金额\n" + rows)});
        page.locator("form[enctype] button").click();
    }

    private static FilePayload csv(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void as(Page page, String login) {
        page.context().clearCookies();
        page.navigate("/sign-in");
        page.fill("#login", login);
        page.fill("#password", PASSWORD);
        page.locator("main button").click();
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
