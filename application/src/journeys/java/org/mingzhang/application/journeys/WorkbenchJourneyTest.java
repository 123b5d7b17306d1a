package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.verify.VerifyLedger;

/** An auditor draws a sample, opens a document, has the controls proved, and takes evidence away that verifies offline. */
@ExtendWith(Site.class)
class WorkbenchJourneyTest {
    @TempDir
    Path downloads;

    @Test
    void an_auditor_draws_a_sample_and_takes_evidence_that_verifies_without_the_program(Page page) throws Exception {
        as(page, "shenji");
        page.navigate("/ledger?lang=zh-CN");
        page.locator("#take a[href='/ledger/workbench']").click();
        seen(page, "workbench-empty");
        page.fill("#seed", "2025-审1");
        page.selectOption("#method", "amount");
        page.fill("#size", "5");
        page.locator("main form button").first().click();
        page.waitForSelector("#sample tbody tr");
        assertThat(page.url()).contains("seed=").contains("position=");
        seen(page, "workbench-sample");
        String link = page.url();

        page.locator("#sample tbody tr th a").first().click();
        assertThat(page.locator("h1").first().textContent()).isNotBlank();
        page.navigate("/ledger/controls");
        page.locator("main form button").click();
        page.waitForSelector("main .notice.good");

        page.navigate(link);
        Path key = Files.writeString(
                downloads.resolve("key.txt"),
                page.request().get("/api/ledger/key").text());
        Path one = downloaded(page, "#sample tbody tr td:last-child a", "one.zip");
        assertThat(verified(one, key)).startsWith("0 Everything holds: ");
        Path all = downloaded(page, "#sample .actions a.main", "all.zip");
        assertThat(verified(all, key)).startsWith("0 Everything holds: ");
        assertThat(verified(flipped(one), key)).startsWith("1 It does not hold: position ");
        read(page, all);
    }

    @Test
    void flags_and_saved_queries_read_well_in_both_languages(Page page) {
        as(page, "shenji");
        for (String language : List.of("zh-CN", "en")) {
            page.navigate("/ledger/workbench/flags?lang=" + language);
            page.fill("#query-name", language.equals("en") ? "All flags" : "全部疑点");
            page.locator("form[action$='/queries'] button").click();
            page.waitForSelector("#queries li");
            seen(page, "workbench-flags-" + language);
            page.navigate("/ledger/workbench?seed=2025&method=month&size=6&lang=" + language);
            page.waitForSelector("#sample tbody tr");
            seen(page, "workbench-month-" + language);
            page.setViewportSize(390, 844);
            seen(page, "workbench-month-390-" + language);
            page.navigate("/ledger/workbench/flags?lang=" + language);
            seen(page, "workbench-flags-390-" + language);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            page.setViewportSize(1440, 900);
        }
        page.navigate("/ledger/workbench");
        page.locator("#queries li")
                .first()
                .locator("form[action$='/delete'] button")
                .click();
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.locator("#queries li").count()).isEqualTo(1);
    }

    /** The sheets of a pack as whoever unpacked it reads them. */
    private void read(Page page, Path pack) throws IOException {
        Path folder = Files.createDirectories(downloads.resolve("unpacked"));
        String sheet = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(pack)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
                sheet = entry.getName().endsWith("document.zh-CN.html") ? entry.getName() : sheet;
            }
        }
        for (String name : List.of("index.zh-CN.html", "index.en.html", sheet, sheet.replace("zh-CN", "en"))) {
            page.navigate(folder.resolve(name).toUri().toString());
            assertThat(page.locator("body").textContent()).as(name).doesNotContain("??");
            seen(page, "pack-" + name.substring(name.lastIndexOf('/') + 1).replace(".html", ""));
        }
    }

    private Path downloaded(Page page, String link, String name) {
        Download download =
                page.waitForDownload(() -> page.locator(link).first().click());
        Path file = downloads.resolve(name);
        download.saveAs(file);
        return file;
    }

    /** The same pack with one bit of the events turned. */
    private Path flipped(Path pack) throws IOException {
        Path file = downloads.resolve("flipped.zip");
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(pack)));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                if (entry.getName().equals("events.tsv")) {
                    bytes[new String(bytes, StandardCharsets.US_ASCII).indexOf("eyJ") + 40] ^= 1;
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes);
            }
        }
        return file;
    }

    private static String verified(Path file, Path key) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = VerifyLedger.run(List.of(file.toString(), "--key", key.toString()), out, out);
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static void seen(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }

    private static void as(Page page, String login) {
        page.navigate("/sign-in");
        page.fill("#login", login);
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }
}
