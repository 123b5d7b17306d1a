package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody does who is signed in: finds what waits, drafts a line, is told what is wrong, mends it. */
@ExtendWith(Site.class)
class WorkJourneyTest {
    private static final String DRAFT = "411200-103-2026";
    private static final String WORK = "/prepare/" + DRAFT;

    @BeforeEach
    void draft(Visit visit) {
        Content.draft(visit, DRAFT);
    }

    @Test
    void a_wrong_password_is_told_and_the_right_one_leads_to_the_workbench(Page page) {
        page.navigate("/workbench");
        assertThat(page.url()).endsWith("/sign-in");
        signIn(page, "caiwu", "not it");
        assertThat(page.locator("[role=status]").textContent()).contains("账号或密码不正确");
        accessible(page, "sign-in-wrong");
        signIn(page, "caiwu", "mingzhang-demo");
        assertThat(page.locator("h1").textContent()).contains("工作台");
        accessible(page, "workbench");
    }

    @Test
    void a_line_beyond_the_ceiling_is_refused_with_what_was_typed_and_removed_room_lets_it_in(Page page) {
        page.navigate("/sign-in");
        signIn(page, "caiwu", "mingzhang-demo");
        page.navigate(WORK + "/line?line=45");
        String before = page.inputValue("#f-amount");
        page.fill("#f-amount", "9,999,999.00");
        page.locator("main button.main").first().click();
        assertThat(page.locator(".errors").textContent()).contains("控制数");
        assertThat(page.inputValue("#f-amount")).isEqualTo("9,999,999.00");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("errors");
        accessible(page, "line-refused");

        page.fill("#f-amount", before.replace(",", ""));
        page.fill("#f-note", "改回原数");
        page.locator("main button.main").first().click();
        assertThat(page.url()).contains(WORK + "?saved");
        assertThat(page.locator("[role=status]").textContent()).contains("已保存");
    }

    @Test
    void nobody_is_kept_out_of_the_working_pages(Page page) {
        page.navigate("/sign-in");
        signIn(page, "caiwu", "mingzhang-demo");
        for (String tail : List.of(
                "",
                "/line",
                "/revenue",
                "/revenue/line",
                "/units",
                "/units/form",
                "/projects",
                "/projects/form",
                "/targets",
                "/statements",
                "/statements/glossary",
                "/statements/procurement",
                "/phase")) {
            page.navigate(WORK + tail);
            accessible(page, "prepare" + tail.replace('/', '-'));
        }
        page.navigate("/publish/" + DRAFT);
        accessible(page, "publish");
        page.navigate("/account");
        accessible(page, "account");
    }

    @Test
    void an_auditor_finds_the_evidence_and_compares_a_checkpoint(Page page) {
        page.navigate("/workbench");
        signIn(page, "shenji", "mingzhang-demo");
        page.navigate("/ledger");
        accessible(page, "ledger-auditor");
        page.fill("#older", page.locator("pre.note").first().textContent());
        page.locator("#compare button").click();
        assertThat(page.locator("#compare [role=status]").textContent()).contains("哈希与它一致");
        accessible(page, "ledger-compared");
    }

    @Test
    void an_administrator_makes_the_figures_again_and_switches_to_them(Page page) {
        page.navigate("/projections");
        signIn(page, "admin", "mingzhang-demo");
        page.navigate("/projections");
        accessible(page, "projections");
        for (String what : List.of("facts", "trail")) {
            Locator part = page.locator("section[aria-labelledby='of-" + what + "']");
            part.locator("form[action='/projections'] button").click();
            part.getByText("相等，待切换").waitFor();
            accessible(page, "projections-ready-" + what);
            part.locator("form[action$='/live'] button.main").first().click();
            part.getByText("保留，可退回").waitFor();
            accessible(page, "projections-switched-" + what);
        }
        page.navigate("/ledger");
        accessible(page, "ledger");
        assertThat(page.locator("main").textContent()).contains("各页数字与账本一致");
    }

    private static void signIn(Page page, String login, String password) {
        page.fill("#login", login);
        page.fill("#password", password);
        page.locator("main button").click();
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
