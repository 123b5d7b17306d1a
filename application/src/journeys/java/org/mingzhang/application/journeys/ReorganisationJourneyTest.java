package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.application.execution.BigDataBureau;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** A function moves to another department: drafted by one, passed, in effect in both, and the public sees neither. */
class ReorganisationJourneyTest {
    private static final String OURS = "411200-103-2025";
    private static final String THEIRS = "411200-104-2025";
    private static final String PASSWORD = "mingzhang-demo";

    @Test
    void lines_go_to_another_department_and_both_adjusted_tables_show_it() {
        try (Visit visit = Visit.begin()) {
            BigDataBureau.approved(visit.application());
            visit.application()
                    .context()
                    .getBean(AccountDirectory.class)
                    .create(new NewAccount("dashuju", "孙数据", Set.of(Role.DEPARTMENT_FINANCE), "411200-104"), PASSWORD);
            Page page = visit.page();
            String published = table(page, OURS, "initial");
            String document = drafted(page);
            pass(page, "fuzeren", document);
            pass(page, "yewu", document);
            as(page, "dashuju");
            String theirs = received(page);
            inEffect(page, document);

            as(page, "dashuju");
            page.navigate(theirs);
            assertThat(page.locator("main").textContent()).contains("已生效").contains("市人民政府办公室");
            accessible(page, "reorganisation-received");
            page.navigate(theirs + "?lang=en");
            accessible(page, "reorganisation-received-en");
            page.navigate(theirs + "/print?lang=zh");
            accessible(page, "reorganisation-print");
            page.navigate("/execute/" + THEIRS + "?q=D7");
            assertThat(page.locator("main").textContent()).contains("D7").contains("12,000.00");
            accessible(page, "reorganisation-ledger");
            assertThat(table(page, THEIRS, "adjusted")).contains("62,000.00");
            Visit.picture(page, "reorganisation-table-adjusted");
            assertThat(table(page, THEIRS, "initial")).contains("50,000.00").doesNotContain("62,000.00");
            page.context().clearCookies();
            assertThat(table(page, OURS, "initial")).isEqualTo(published);
        }
    }

    /** Answers where the document is; the line that gains is new. */
    private static String drafted(Page page) {
        as(page, "caiwu");
        page.navigate("/execute/" + OURS + "/adjustments/new?from=1");
        assertThat(page.locator("[data-other]").isVisible()).isFalse();
        page.selectOption("#f-direction", "REORGANISATION");
        assertThat(page.locator("[data-other]").isVisible()).isTrue();
        page.selectOption("#f-counterpart", THEIRS);
        page.fill("[name='from[0].amount']", "12000");
        page.locator("[data-other] button").click();
        assertThat(page.locator("#l-there option").count()).isEqualTo(2);
        assertThat(page.inputValue("[name='from[0].amount']")).isEqualTo("12000");
        page.locator("details:has([name='to[9999].line']) > summary").click();
        page.fill("[name='to[9999].line']", "D7");
        page.fill("[name='to[9999].amount']", "12000");
        page.selectOption("[name='to[9999].unit']", BigDataBureau.UNIT);
        page.fill("[name='to[9999].function']", "2010301");
        page.selectOption("[name='to[9999].category']", "OPERATING");
        page.fill("[name='to[9999].deptEconomic']", "30201");
        page.selectOption("[name='to[9999].fund']", "GENERAL_PUBLIC");
        page.selectOption("[name='to[9999].source']", "CURRENT");
        page.check("[name='to[9999].appropriated']");
        page.fill("#f-reason", "数据管理职能划入市大数据局");
        page.fill("#f-requestNumber", "三编办〔2025〕3号");
        page.fill("#f-requestContent", "机构改革方案：数据管理职能随同经费划转");
        assertThat(page.locator("[data-balance]").textContent()).contains("差额 0.00");
        page.locator("[data-foreseen] h3").first().waitFor();
        assertThat(page.locator("[data-foreseen]").textContent())
                .contains("对方部门 市大数据局")
                .contains("D7");
        accessible(page, "reorganisation-form");
        page.locator("main button.main").click();
        String document = page.locator("tbody th a").first().getAttribute("href");
        page.navigate(document + "?lang=en");
        accessible(page, "reorganisation-submitted-en");
        page.navigate(document + "?lang=zh");
        return document;
    }

    private static String received(Page page) {
        page.navigate("/execute/" + THEIRS + "/adjustments");
        assertThat(page.locator("main").textContent()).contains("划转").contains("市人民政府办公室");
        String theirs = page.locator("tbody th a").first().getAttribute("href");
        page.navigate(theirs);
        assertThat(page.locator("form[action*='/review']").count()).isZero();
        accessible(page, "reorganisation-on-its-way");
        return theirs;
    }

    private static void inEffect(Page page, String document) {
        as(page, "yusuan");
        page.navigate(document);
        assertThat(page.locator("[data-foreseen]").textContent()).contains("对方部门 市大数据局");
        accessible(page, "reorganisation-approver");
        page.fill("#f-documentNumber", "三财预〔2025〕71号");
        page.fill("#f-title", "关于划转部门预算的批复");
        page.fill("#f-issuer", "三门峡市财政局");
        page.fill("#f-date", "2025-12-30");
        page.locator("form[action*='/effect'] button").click();
        assertThat(page.locator("main").textContent()).contains("已生效");
    }

    private static String table(Page page, String budget, String basis) {
        page.navigate("/budgets/" + budget + "/tables/3?unit=yuan&basis=" + basis);
        return page.locator("main table").first().textContent();
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
        page.fill("#password", PASSWORD);
        page.locator("main button").click();
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
