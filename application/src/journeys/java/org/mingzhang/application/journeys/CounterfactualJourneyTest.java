package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Execution;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Role;
import org.springframework.web.util.HtmlUtils;

/** An auditor asks what the year would have been without a document that is in effect. */
@ExtendWith(Site.class)
class CounterfactualJourneyTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final Actor MAKER = Actor.of("caiwu", "王敏", Role.DEPARTMENT_FINANCE);

    @Test
    void an_auditor_replays_the_year_without_a_supplement_sees_what_it_would_have_stopped_and_takes_the_sheet(
            Page page, Visit visit) throws IOException {
        int later = takenAway(visit);
        signIn(page);
        page.navigate("/execute/" + BUDGET + "/adjustments/3");
        page.locator("a[href*='/counterfactual']").click();
        page.locator(".downloads a").first().waitFor();
        assertThat(page.url()).endsWith("/counterfactual?without=3");
        assertThat(page.locator(".watermark").textContent()).contains("推演，非事实");
        String told = page.locator("main").textContent();
        assertThat(told).contains("调整单第 " + later + " 号").contains("可用").contains("30,000.00");
        looked(page, "counterfactual");
        sheet(page);
        page.navigate("/budgets/" + BUDGET + "/counterfactual?without=3&lang=en");
        page.locator(".downloads a").first().waitFor();
        assertThat(page.locator(".watermark").textContent()).contains("Counterfactual, not a fact");
        looked(page, "counterfactual-english");
        withdrawn(visit, later);
    }

    @Test
    void several_are_chosen_and_one_that_never_took_effect_says_why_nothing_differs(Page page) {
        signIn(page);
        page.navigate("/budgets/" + BUDGET + "/counterfactual?lang=zh-CN");
        assertThat(page.locator("input[name=without]").count()).isGreaterThanOrEqualTo(10);
        looked(page, "counterfactual-choose");
        page.locator("input[name=without][value='2']").check();
        page.locator("input[name=without][value='5']").check();
        page.locator("main form button").click();
        page.locator(".downloads a").first().waitFor();
        assertThat(page.url()).contains("without=2").contains("without=5");
        assertThat(page.locator("main").textContent()).contains("没有生效过（已退回）").contains("第 10 号冲销的是第 2 号");
        looked(page, "counterfactual-several");
        page.navigate("/budgets/" + BUDGET + "/counterfactual?without=7");
        page.locator(".downloads a").first().waitFor();
        assertThat(page.locator("main").textContent()).contains("没有任何不同");
        page.navigate("/budgets/" + BUDGET + "/counterfactual?without=99");
        assertThat(page.locator("main").textContent()).contains("没有第 99 号调整单");
        looked(page, "counterfactual-amiss");
    }

    /** A later document gives all that its line has, what the supplement brought among it. */
    private static int takenAway(Visit visit) {
        Execution execution = commands(visit).current(BUDGET).budget().execution();
        var content = commands(visit).current(BUDGET).budget().content();
        LineKey from = new LineKey("10");
        LineKey to = new LineKey("12");
        Amount all = execution.available(from, content);
        List<AdjustmentEntry> entries = List.of(
                new AdjustmentEntry(
                        from, execution.classification(from, content).orElseThrow(), all.negated()),
                new AdjustmentEntry(to, execution.classification(to, content).orElseThrow(), all));
        done(
                visit,
                new AdjustmentCommand.SubmitAdjustment(
                        BUDGET,
                        new AdjustmentRequest(
                                AdjustmentDirection.SHIFT,
                                ReasonClass.TASK,
                                "会议任务增加（演示，虚构）",
                                LocalDate.of(2025, 12, 30),
                                entries,
                                List.of(),
                                "",
                                Optional.empty(),
                                "",
                                "",
                                "申请说明",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        return execution.adjustments().size() + 1;
    }

    private static void withdrawn(Visit visit, int number) {
        done(visit, new AdjustmentCommand.WithdrawAdjustment(BUDGET, number, "演示结束"));
    }

    private static void done(Visit visit, BudgetCommand command) {
        assertThat(commands(visit)
                        .submit(BudgetCommands.Submission.of(
                                new Envelope<>(UUID.randomUUID(), MAKER, LocalDate.of(2025, 12, 30), command))))
                .isInstanceOf(Outcome.Done.class);
    }

    private static BudgetCommands commands(Visit visit) {
        return visit.application().context().getBean(BudgetCommands.class);
    }

    /** Its name, its sheet and each of its rows say that it is no fact. */
    private static void sheet(Page page) throws IOException {
        Download download =
                page.waitForDownload(() -> page.locator(".downloads a").first().click());
        assertThat(download.suggestedFilename()).contains("推演（非事实）").endsWith(".xlsx");
        try (ZipFile zip = new ZipFile(download.path().toFile())) {
            String rows = HtmlUtils.htmlUnescape(new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8));
            assertThat(rows.split("推演，非事实", -1)).hasSizeGreaterThanOrEqualTo(rows.split("<row ", -1).length);
        }
        Download csv =
                page.waitForDownload(() -> page.locator(".downloads a").last().click());
        assertThat(Files.readAllLines(csv.path())).allMatch(line -> line.contains("推演，非事实") || !line.contains(","));
    }

    /** At the width of a desk and of a telephone. */
    private static void looked(Page page, String name) {
        seen(page, name);
        page.setViewportSize(390, 844);
        seen(page, name + "-390");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 390"))
                .as(name)
                .isEqualTo(true);
        page.setViewportSize(1440, 900);
    }

    private static void seen(Page page, String name) {
        Visit.picture(page, name);
        assertThat(page.locator("body").textContent()).as(name).doesNotContain("??");
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }

    private static void signIn(Page page) {
        page.navigate("/sign-in");
        page.fill("#login", "shenji");
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }
}
