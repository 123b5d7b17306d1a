package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The project library, a project's story, and a draft that is typed and pasted as one sheet. */
@ExtendWith(Site.class)
class FindingJourneyTest {
    private static final String LIBRARY = "/execute/411200-103-2025/projects";
    private static final String DRAFT = "411200-103-2029";

    @Test
    void an_officer_finds_a_project_and_reads_its_story(Page page) {
        as(page, "caiwu");
        page.navigate(LIBRARY);
        accessible(page, "project-library");
        page.locator("tbody td a").first().click();
        assertThat(page.locator("main").textContent()).contains("登记项目").contains("支出行");
        accessible(page, "project");
        page.navigate(page.url() + "?lang=en");
        accessible(page, "project-english");
        page.navigate(page.url().replace("lang=en", "lang=zh-CN"));
        page.locator("a.btn.main").first().click();
        assertThat(page.url()).contains("/adjustments/new?fromProject=");
    }

    @Test
    void a_draft_is_typed_pasted_and_saved_as_one_sheet(Page page, Visit visit) {
        Content.draft(visit, DRAFT);
        as(page, "caiwu");
        page.navigate("/prepare/" + DRAFT + "/grid");
        Locator amounts = page.locator(".sheet input[data-field=amount]");
        amounts.first().waitFor();
        assertThat(page.locator("[data-limit=GENERAL_PUBLIC] td").last().textContent())
                .isEqualTo("0.00");
        accessible(page, "sheet");

        String first = amounts.nth(0).inputValue();
        long fen = Math.round(Double.parseDouble(first.replace(",", "")) * 100);
        amounts.nth(0).fill("（１００）");
        assertThat(page.locator("[data-limit=GENERAL_PUBLIC] td").last().textContent())
                .as("what is left while typing")
                .isEqualTo(printed(fen + 10_000));
        amounts.nth(0).press("Enter");
        assertThat(page.evaluate("document.activeElement.dataset.field + document.activeElement.dataset.at"))
                .isEqualTo("amount1");
        assertThat(amounts.nth(0).inputValue()).isEqualTo("−100.00");

        paste(page, "1,000.00\t粘贴一\n２０００\t粘贴二");
        assertThat(amounts.nth(1).inputValue()).isEqualTo("1,000.00");
        assertThat(amounts.nth(2).inputValue()).isEqualTo("2,000.00");
        assertThat(page.locator(".sheet input[data-field=note]").nth(2).inputValue())
                .isEqualTo("粘贴二");
        page.locator("[data-save]").click();
        page.locator(".bad-cell").first().waitFor();
        assertThat(page.locator(".bad-cell .wrong-words").first().textContent())
                .as("at the cell")
                .isNotBlank();
        assertThat(page.locator("[data-messages]").textContent()).contains("没有写入任何内容");
        accessible(page, "sheet-refused");

        amounts.nth(0).fill("100");
        page.locator("[data-save]").click();
        page.locator("[data-messages] .good").waitFor();
        assertThat(page.locator("[data-messages]").textContent()).contains("已保存 3 行");
        page.reload();
        amounts.first().waitFor();
        assertThat(amounts.nth(1).inputValue()).isEqualTo("1,000.00");
    }

    @Test
    void whoever_was_slower_keeps_what_was_typed_and_hears_what_changed(Page page, Visit visit) {
        Content.draft(visit, "411200-103-2030");
        as(page, "caiwu");
        page.navigate("/prepare/411200-103-2030/grid");
        page.locator(".sheet input[data-field=amount]").first().waitFor();
        Page other = visit.page();
        as(other, "jingban");
        other.navigate("/prepare/411200-103-2030/grid");
        other.locator(".sheet input[data-field=amount]").first().waitFor();
        other.locator(".sheet input[data-field=amount]").nth(3).fill("12.34");
        other.locator(".sheet input[data-field=amount]").nth(4).fill("56.78");
        other.locator("[data-save]").click();
        other.locator("[data-messages] .good").waitFor();

        page.locator(".sheet input[data-field=amount]").nth(4).fill("99");
        page.locator("[data-save]").click();
        page.locator("[data-messages] .warn").waitFor();
        assertThat(page.locator("[data-messages]").textContent())
                .contains("您录入的内容都还在")
                .contains("12.34")
                .contains("56.78");
        assertThat(page.locator(".sheet input[data-field=amount]").nth(3).inputValue())
                .isEqualTo("12.34");
        assertThat(page.locator(".sheet input[data-field=amount]").nth(4).inputValue())
                .isEqualTo("99.00");
        accessible(page, "sheet-overtaken");
        page.locator("[data-save]").click();
        page.locator("[data-messages] .good").waitFor();
    }

    /** Where the focus is, as a spreadsheet gives it. */
    private static void paste(Page page, String text) {
        page.evaluate(
                "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
                        + " document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
                        + " {clipboardData: data, bubbles: true, cancelable: true})); }",
                text);
    }

    private static String printed(long fen) {
        return String.format(Locale.ROOT, "%,d.%02d", fen / 100, fen % 100);
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
