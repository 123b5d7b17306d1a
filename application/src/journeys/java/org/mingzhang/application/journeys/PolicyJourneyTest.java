package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A division changes who decides: one proposes, another decides, and the next document goes the new way. */
class PolicyJourneyTest {
    private static final String POLICY = "/policy?division=411200";
    private static final String LIST = "/execute/411200-103-2025/adjustments";

    /** One of its own, because rules change what every other journey meets. */
    private static Visit visit;

    @BeforeAll
    static void begin() {
        visit = Visit.begin();
    }

    @AfterAll
    static void end() {
        visit.close();
    }

    @Test
    void an_amendment_from_its_proposal_to_a_document_that_goes_the_new_way() {
        Page page = visit.page();
        as(page, "caiwu");
        String earlier = submitted(page, "50", "49", "30000");
        page.navigate(earlier);
        assertThat(page.locator("ol.steps").first().textContent()).doesNotContain("政府决定");
        page.navigate(POLICY);
        assertThat(page.locator("#propose").count()).as("they only read").isZero();

        as(page, "yewu");
        page.navigate(POLICY);
        seen(page, "policy");
        page.locator("#propose form button.main").click();
        assertThat(page.locator(".errors").textContent()).isNotBlank();
        seen(page, "policy-refused");
        propose(page, "大额项目间调剂须经政府决定");
        assertThat(page.locator("main").textContent())
                .contains("本级修订第 1 号")
                .contains("待决定")
                .contains("大额项目间调剂须经政府决定");
        assertThat(page.locator("form[action$='/force']").count())
                .as("whoever proposes does not decide")
                .isZero();
        seen(page, "policy-proposed");

        as(page, "yusuan");
        page.navigate(POLICY);
        seen(page, "policy-deciding");
        page.fill("#opinion-1", "同意施行");
        page.locator("form[action$='/1/force'] button").click();
        assertThat(page.locator("main").textContent()).contains("已施行").contains("同意施行");
        propose(page, "收回前项修订");
        assertThat(page.locator("main").textContent()).contains("须由另一人决定是否施行");
        assertThat(page.locator("form[action$='/2/force']").count())
                .as("the same person, although in a role that decides")
                .isZero();
        page.fill("#reason-2", "不再需要");
        page.locator("form[action$='/2/decline'] button").click();
        assertThat(page.locator("main").textContent()).contains("未施行").contains("不再需要");
        seen(page, "policy-in-force");

        as(page, "caiwu");
        String large = submitted(page, "50", "49", "30000");
        page.navigate(large);
        assertThat(page.locator("ol.steps").first().textContent()).contains("政府决定");
        assertThat(page.locator("main").textContent()).contains("三财〔2026〕9号");
        seen(page, "policy-new-way");
        page.navigate(submitted(page, "47", "46", "100"));
        assertThat(page.locator("ol.steps").first().textContent())
                .as("below the tier")
                .doesNotContain("政府决定");
        page.navigate(earlier);
        assertThat(page.locator("ol.steps").first().textContent())
                .as("a document keeps its way")
                .doesNotContain("政府决定");
        page.locator("a[href*='/policy?']").first().click();
        assertThat(page.locator("main").textContent()).contains("budget-law-2014+");
        assertThat(page.locator("table").first().textContent()).doesNotContain("三财〔2026〕9号");
        seen(page, "policy-of-a-version");

        as(page, "shenji");
        page.navigate("/ledger/submissions?budget=411200-policy");
        assertThat(page.locator("main").textContent()).contains("提出规则修订").contains("未受理");
        seen(page, "policy-submissions");
    }

    private static void propose(Page page, String reason) {
        page.navigate(POLICY);
        page.fill("#f-from", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        page.fill("#f-reason", reason);
        tier(page, 0, "0");
        tier(page, 1, "20000");
        page.check("[id='f-paths[1].government_decision']");
        page.locator("#propose form button.main").click();
    }

    private static void tier(Page page, int at, String least) {
        String field = "[id='f-paths[" + at + "].";
        page.selectOption(field + "kind']", "PROJECT_SHIFT");
        page.fill(field + "least']", least);
        page.fill(field + "basis']", "三财〔2026〕9号");
        page.check(field + "department_review']");
        page.check(field + "finance_review']");
        page.check(field + "approvalDemanded']");
    }

    private static String submitted(Page page, String from, String to, String amount) {
        page.navigate(LIST + "/new?from=" + from);
        page.fill("[name='to[0].line']", to);
        page.fill("[name='from[0].amount']", amount);
        page.fill("#f-reason", "工作任务变化");
        page.fill("#f-requestContent", "测算");
        page.locator("main button.main").click();
        assertThat(page.locator("[role=status]").first().textContent()).contains("已保存");
        return page.locator("tbody th a").first().getAttribute("href");
    }

    private static void as(Page page, String login) {
        page.context().clearCookies();
        page.navigate("/sign-in");
        page.fill("#login", login);
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }

    /** The page in both languages; what was said of a form is gone with the second. */
    private static void seen(Page page, String name) {
        accessible(page, name);
        String there = page.url().replaceAll("#.*", "").replaceAll("[?&](saved|after=\\d+)", "");
        page.navigate(there + (there.contains("?") ? "&" : "?") + "lang=en");
        assertThat(page.locator("body").textContent()).doesNotContain("??");
        accessible(page, name + "-en");
        page.navigate(there + (there.contains("?") ? "&" : "?") + "lang=zh-CN");
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
