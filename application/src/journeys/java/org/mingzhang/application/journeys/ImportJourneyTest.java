package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mingzhang.application.sample.SampleSheets;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.command.intake.file.WorkbookFile;
import org.mingzhang.kernel.value.BudgetId;

/** What an officer does who lives in spreadsheets: uploads, is told what is wrong, mends it, records. */
@ExtendWith(Site.class)
class ImportJourneyTest {
    @Test
    void a_good_workbook_is_previewed_and_recorded_as_a_whole(Page page, Visit visit) {
        BudgetId budget = BudgetId.parse("411200-103-2031");
        Content.open(visit, budget.toString());
        signIn(page);
        page.navigate("/prepare/" + budget + "/import");
        accessible(page, "import");
        upload(page, new FilePayload("预算.xlsx", "application/octet-stream", sampleFor(visit, budget)));
        assertThat(page.locator(".kpis").textContent()).contains("新增").contains("269");
        assertThat(page.locator(".errors").count()).isZero();
        accessible(page, "import-good");

        page.getByText("全部记入预算").click();
        assertThat(page.locator("[role=status]").textContent()).contains("已全部记入预算");
        page.navigate("/budgets/" + budget + "/tables/3");
        assertThat(page.locator("main").textContent()).contains("4,263.93");

        page.navigate("/prepare/" + budget + "/import");
        upload(page, new FilePayload("预算.xlsx", "application/octet-stream", sampleFor(visit, budget)));
        assertThat(page.locator("main").textContent()).contains("没有需要记入的改动");
    }

    @Test
    void a_bad_workbook_is_refused_cell_by_cell_and_three_mended_cells_let_it_in(Page page, Visit visit) {
        String id = "411200-103-2032";
        Content.open(visit, id);
        signIn(page);
        page.navigate("/prepare/" + id + "/import");
        upload(page, badSheets(id));
        assertThat(page.locator(".errors h2").textContent()).contains("3 处");
        assertThat(page.locator(".errors li").allTextContents())
                .hasSize(3)
                .anySatisfy(words -> assertThat(words).contains("支出 2 金额").contains("三百万"));
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("errors");
        accessible(page, "import-bad");

        page.locator(".errors a").first().click();
        page.fill("[id='c-EXPENDITURE-2-amount']", "3795700");
        page.fill("[id='c-EXPENDITURE-3-function']", "2010301");
        page.fill("[id='c-EXPENDITURE-4-unit']", "103001");
        page.getByText("保存更正并重新检查").click();
        assertThat(page.locator(".errors").count()).isZero();
        accessible(page, "import-mended");

        page.getByText("全部记入预算").click();
        assertThat(page.locator("[role=status]").textContent()).contains("已全部记入预算");
        page.navigate("/prepare/" + id);
        assertThat(page.locator("main").textContent()).contains("3,795,700.00");
    }

    @Test
    void a_file_that_is_no_workbook_is_refused_in_words(Page page, Visit visit) {
        String id = "411200-103-2033";
        Content.open(visit, id);
        signIn(page);
        page.navigate("/prepare/" + id + "/import");
        upload(page, new FilePayload("旧表.xls", "application/octet-stream", new byte[] {
            (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0
        }));
        assertThat(page.locator(".errors").textContent()).contains("旧表.xls").contains("另存为 .xlsx");
        accessible(page, "import-refused");
    }

    /** What the sample says, as a workbook for another year. */
    private static byte[] sampleFor(Visit visit, BudgetId budget) {
        var commands = visit.application().context().getBean(BudgetCommands.class);
        return WorkbookFile.of(
                budget,
                commands.current(BudgetId.parse("411200-103-2025")).budget().content());
    }

    private static FilePayload[] badSheets(String id) {
        List<UploadedFile> files = SampleSheets.files();
        return files.stream()
                .map(file -> new FilePayload(file.name(), "text/csv", spoiled(file, id)))
                .toArray(FilePayload[]::new);
    }

    private static byte[] spoiled(UploadedFile file, String id) {
        String text = new String(file.content(), StandardCharsets.UTF_8)
                .replace("411200-103-2025", id)
                .replace("一般公共预算,本年,是,3795700,", "一般公共预算,本年,是,三百万,")
                .replace("\n2,103001,2010301,", "\n2,103001,201030,")
                .replace("\n3,103001,2010301,", "\n3,103009,2010301,");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void upload(Page page, FilePayload... files) {
        page.setInputFiles("#files", files);
        page.getByText("上传并预览").click();
    }

    private static void signIn(Page page) {
        page.navigate("/sign-in");
        page.fill("#login", "jingban");
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
