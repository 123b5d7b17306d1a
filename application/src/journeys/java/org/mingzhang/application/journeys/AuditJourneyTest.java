package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.verify.VerifyLedger;

/** One audit from the adjusted budget to evidence that verifies at home. */
@ExtendWith(Site.class)
class AuditJourneyTest {
    private static final String BUDGET = "411200-103-2025";

    @TempDir
    Path home;

    @Test
    void an_auditor_goes_from_the_adjusted_budget_to_evidence_that_verifies_offline(Page page) throws IOException {
        audits(page);
        Path kept = Files.writeString(
                home.resolve("kept.txt"),
                page.request().get("/api/ledger/checkpoint").text());
        Path key = Files.writeString(
                home.resolve("key.txt"), page.request().get("/api/ledger/key").text());

        dayBefore(page);
        explainsAChangedCell(page, key);
        readsTheReturnedAttempt(page);
        provesTheControls(page);
        takesEvidence(page, kept, key);
    }

    /** The adjusted budget, the day before its first adjustment, and what is different since. */
    private static void dayBefore(Page page) {
        page.navigate("/budgets/" + BUDGET + "/tables/3?basis=adjusted&lang=zh-CN");
        assertThat(page.locator("main").textContent()).contains("调整");
        page.locator(".asof-line summary").click();
        LocalDate effect = LocalDate.parse(
                page.locator(".asof-line .document .code").first().textContent());
        page.fill(".asof-form input[name=asOf]", effect.minusDays(1).toString());
        page.selectOption(".asof-form select", "effective");
        page.locator(".asof-form button").click();
        assertThat(page.locator("body").textContent()).contains("不是现在");
        seen(page, "audit-day-before");
        page.getByText("与现在对比").click();
        page.waitForSelector("#t3 tbody tr[data-delta]");
        seen(page, "audit-difference");
    }

    /** From a changed cell to the document that was approved; all of its proofs are taken along. */
    private void explainsAChangedCell(Page page, Path key) {
        page.locator("#t3 tbody tr[data-delta]")
                .first()
                .locator("td.num a")
                .nth(1)
                .click();
        page.locator(".trail a[href*='/adjustments/']").first().waitFor();
        seen(page, "audit-explained");
        Path proof = downloaded(page, page.locator("main a[href*='/proof.zip']"), "cell.zip");
        assertThat(verified(proof.toString(), "--key", key.toString())).startsWith("0 Everything holds: ");
        page.locator(".trail a[href*='/adjustments/']").first().click();
        assertThat(page.url()).contains("/execute/" + BUDGET + "/adjustments/");
        assertThat(page.locator("main").textContent()).contains("已生效");
        seen(page, "audit-document");
    }

    /** In the list of documents, and in the trail with the reason why. */
    private static void readsTheReturnedAttempt(Page page) {
        page.navigate("/execute/" + BUDGET + "/adjustments");
        Locator returned = page.locator("main tr", new Page.LocatorOptions().setHasText("已退回"));
        returned.first().locator("a").first().click();
        assertThat(page.locator("main").textContent()).contains("退回");
        seen(page, "audit-returned");
        page.navigate("/ledger/trail?kind=adjustment-returned&budget=" + BUDGET);
        page.locator("main ol.entries a.code").last().click();
        assertThat(page.locator("main").textContent())
                .contains("退回了第")
                .contains("理由")
                .contains("冻结")
                .contains("差额");
        seen(page, "audit-returned-entry");
    }

    private static void provesTheControls(Page page) {
        page.navigate("/ledger");
        page.locator("main a[href='/ledger/controls']").first().click();
        page.locator("main form button").first().click();
        page.waitForSelector("main .notice.good");
        assertThat(page.locator("main").textContent()).contains("全部成立");
        seen(page, "audit-controls");
    }

    /** Compared with the checkpoint that was kept when the audit began. */
    private void takesEvidence(Page page, Path kept, Path key) throws IOException {
        page.navigate("/ledger/workbench?seed=2025-audit&method=simple&size=3");
        page.waitForSelector("#sample tbody tr");
        Path pack = downloaded(
                page, page.locator("#sample tbody tr td:last-child a").first(), "one.zip");
        assertThat(verified(pack.toString(), "--key", key.toString())).startsWith("0 Everything holds: ");
        page.locator("#sample details summary").first().click();
        long size =
                Checkpoint.read(SignedNote.read(Files.readString(kept)).text()).size();
        page.fill("#since", Long.toString(size));
        seen(page, "audit-evidence");
        Path all = downloaded(page, page.locator("#sample details form button").first(), "all.zip");
        assertThat(verified(all.toString(), kept.toString(), "--key", key.toString()))
                .startsWith("0 Everything holds: ")
                .contains("The log begins with the " + size + " events of the older checkpoint.");
    }

    private Path downloaded(Page page, Locator link, String name) {
        Download download = page.waitForDownload(() -> link.click());
        Path file = home.resolve(name);
        download.saveAs(file);
        return file;
    }

    private static String verified(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = VerifyLedger.run(List.of(arguments), out, out);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void money_in_the_trail_and_what_a_replay_leaves_undecided_read_well_in_both_languages(Page page) {
        audits(page);
        for (String language : List.of("zh-CN", "en")) {
            page.navigate(
                    "/ledger/trail?kind=adjustment-took-effect&view=table&budget=" + BUDGET + "&lang=" + language);
            seen(page, "trail-money-table-" + language);
            page.locator("main tbody th a").last().click();
            assertThat(page.locator("main thead th").count()).isEqualTo(4);
            seen(page, "trail-money-entry-" + language);
            page.setViewportSize(390, 844);
            seen(page, "trail-money-entry-390-" + language);
            page.setViewportSize(1440, 900);
            page.navigate("/ledger/trail?kind=funds&lang=" + language);
            page.locator("main ol.entries a.code").first().click();
            seen(page, "trail-source-entry-" + language);
            page.navigate("/budgets/" + BUDGET + "/counterfactual?without=3&lang=" + language);
            page.waitForSelector("main table");
            seen(page, "undecided-" + language);
        }
    }

    private static void seen(Page page, String name) {
        Visit.picture(page, name);
        assertThat(page.locator("body").textContent()).as(name).doesNotContain("??");
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }

    private static void audits(Page page) {
        page.navigate("/sign-in");
        page.fill("#login", "shenji");
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }
}
