package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.application.comparison.GardenBureau;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** From one released year of an invented department to the next, as anybody and as its own people see it. */
class BridgeJourneyTest {
    private static final String BRIDGE = "/comparison/" + GardenBureau.SUBJECT + "/bridge?from=2025&to=2026";
    private static final String PASSWORD = "mingzhang-demo";

    @Test
    void a_merged_unit_one_that_came_and_a_renamed_project_are_told_as_what_they_are() {
        try (Visit visit = Visit.beginEmpty()) {
            GardenBureau.released(visit.application());
            visit.application()
                    .context()
                    .getBean(AccountDirectory.class)
                    .create(
                            new NewAccount("yuanlin", "郑园林", Set.of(Role.DEPARTMENT_FINANCE), GardenBureau.SUBJECT),
                            PASSWORD);
            Page page = visit.page();
            anybody(page);
            whatFiguresAreMadeOf(page);
            lookingBack(page);
            itsOwnPeople(page);
        }
    }

    private static void anybody(Page page) {
        for (String language : List.of("en", "zh-CN")) {
            page.navigate(BRIDGE + "&lang=" + language);
            assertThat(page.locator("main").textContent())
                    .contains("智慧苗圃")
                    .contains("苗圃信息化")
                    .contains("+26.50")
                    .doesNotContain("??");
            assertThat(page.locator("svg.waterfall a").count())
                    .as("both ends and six steps that change something")
                    .isEqualTo(8);
            accessible(page, "bridge-years-" + language);
        }
        page.locator("svg.waterfall a[aria-label*='智慧苗圃']").click();
        assertThat(page.locator("main").textContent()).contains("60,000.00").contains("虚财预〔2025〕77号");
        accessible(page, "bridge-years-renamed");
        page.locator("main a:has-text('苗圃信息化')").first().click();
        assertThat(page.locator("main").textContent()).contains("150,000.00");
        page.navigate(BRIDGE);
        page.locator("svg.waterfall a[aria-label*='划转']").click();
        assertThat(page.locator("main").textContent()).contains("150,000.00").contains("虚编〔2025〕13号");
        accessible(page, "bridge-years-came");
        page.navigate(BRIDGE + "&scope=" + GardenBureau.MAIN);
        assertThat(page.locator("main").textContent()).contains("市苗圃管理所");
        accessible(page, "bridge-years-unit");
        page.navigate("/comparison/" + GardenBureau.SUBJECT + "?years=2025,2026&by=project&basis=like");
        accessible(page, "comparison-years-like");
    }

    /** Of money of two departments where earlier years are restated, and of several departments together. */
    private static void whatFiguresAreMadeOf(Page page) {
        for (String language : List.of("en", "zh-CN")) {
            page.navigate(
                    "/comparison/" + GardenBureau.SUBJECT + "?years=2025,2026&by=unit&basis=like&lang=" + language);
            String restated = page.locator("tr.total a").first().textContent();
            page.locator("tr.total a").first().click();
            assertThat(page.locator("main").textContent())
                    .contains(GardenBureau.CAME)
                    .contains(language.equals("en") ? "another department" : "其他部门")
                    .contains("虚编〔2025〕13号")
                    .doesNotContain("??");
            assertThat(restated).as("what came, beside its own 205").isEqualTo("220.00");
            accessible(page, "figure-parts-" + language);
            page.navigate("/comparison/" + GardenBureau.SUBJECT + "," + GardenBureau.OTHER + "?years=2025,2026&lang="
                    + language);
            accessible(page, "comparison-group-" + language);
            page.locator("tr.total a").first().click();
            assertThat(page.locator("main tbody tr").count()).isEqualTo(2);
            accessible(page, "figure-departments-" + language);
        }
        page.locator("main tbody a").first().click();
        assertThat(page.locator("main").textContent()).contains("2,050,000.00");
    }

    private static void lookingBack(Page page) {
        page.navigate(BRIDGE);
        assertThat(page.locator("[data-asof]").count()).isEqualTo(1);
        page.locator("[data-asof] input[name=asOf]").fill("2025-12-31");
        page.locator("[data-asof] form button").click();
        assertThat(page.locator("body").textContent()).contains("不是现在").contains("2026 年年初预算数未公布");
        assertThat(page.locator("main input[name=from]").inputValue()).isEqualTo("2025");
        accessible(page, "bridge-years-back");
        page.locator("main nav.crumbs a").last().click();
        assertThat(page.url()).contains("asOf=2025-12-31");
        accessible(page, "comparison-years-back");
    }

    private static void itsOwnPeople(Page page) {
        page.navigate("/sign-in");
        page.fill("#login", "yuanlin");
        page.fill("#password", PASSWORD);
        page.locator("main button").click();
        for (String language : List.of("en", "zh-CN")) {
            page.navigate(BRIDGE + "&fromStage=adjusted&toStage=adjusted&unit=yuan&lang=" + language);
            assertThat(page.locator("main").textContent()).contains("苗圃任务增加").doesNotContain("??");
            accessible(page, "bridge-years-adjusted-" + language);
        }
        page.navigate(BRIDGE + "&asOf=2026-05-31&clock=effective&toStage=adjusted");
        assertThat(page.locator("main").textContent()).contains("第 1 号调整单").doesNotContain("第 2 号调整单");
        page.locator("details.asof-line summary").click();
        accessible(page, "bridge-years-effective");
        page.navigate("/comparison/" + GardenBureau.SUBJECT + "?years=2025,2026&lang=en");
        page.locator("details.asof-line summary").click();
        accessible(page, "comparison-years-en");
        page.navigate("/comparison?lang=zh-CN");
    }

    private static void accessible(Page page, String name) {
        Visit.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }
}
