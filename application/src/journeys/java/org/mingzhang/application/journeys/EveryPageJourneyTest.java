package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that no other journey comes by: whole in both languages, and nothing that keeps anybody out. */
@ExtendWith(Site.class)
class EveryPageJourneyTest {
    private static final String ID = "411200-103-2025";

    private static final Map<String, List<String>> PAGES = Map.of(
            "caiwu",
            List.of(
                    "/codes/functional",
                    "/codes/years",
                    "/codes/mapping",
                    "/search?q=网络",
                    "/units",
                    "/execute/" + ID + "/months",
                    "/execute/" + ID + "/months/2025-03",
                    "/execute/" + ID + "/line?key=54",
                    "/execute/" + ID + "/provisional",
                    "/execute/" + ID + "/year-end",
                    "/execute/" + ID + "/accounts",
                    "/execute/" + ID + "/projects"),
            "yusuan",
            List.of("/policy", "/approvals", "/workbench", "/prepare"),
            "shenji",
            List.of("/ledger/submissions", "/workbench", "/execute/" + ID + "/adjustments"));

    @Test
    void every_page_is_whole_in_both_languages(Page page) {
        PAGES.forEach((login, addresses) -> {
            as(page, login);
            for (String language : List.of("zh-CN", "en")) {
                for (String address : addresses) {
                    page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
                    String name = login + address.replaceAll("[^a-z0-9-]+", "-") + "-" + language;
                    Visit.picture(page, name);
                    assertThat(page.locator("main h1").count()).as(name).isEqualTo(1);
                    assertThat(page.locator("body").textContent()).as(name).doesNotContain("??");
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as(name)
                            .isEmpty();
                }
            }
        });
    }

    private static void as(Page page, String login) {
        page.context().clearCookies();
        page.navigate("/sign-in");
        page.fill("#login", login);
        page.fill("#password", "mingzhang-demo");
        page.locator("main button").click();
    }
}
