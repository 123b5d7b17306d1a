package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mingzhang.application.pages.PageVisit;

/** Every page that an address leads to ({@code pages.tsv}): whole in both languages, and nothing that keeps anybody out. */
@ExtendWith(Site.class)
class EveryPageJourneyTest {
    @Test
    void every_page_is_whole_in_both_languages(Page page, Visit visit) {
        Content.draft(visit, "411200-103-2026");
        Map<String, List<PageVisit>> byLogin = PageVisit.all().stream()
                .filter(PageVisit::isDirect)
                .collect(Collectors.groupingBy(PageVisit::login, LinkedHashMap::new, Collectors.toList()));
        List<String> wrong = new ArrayList<>();
        byLogin.forEach((login, visits) -> {
            as(page, visits.getFirst());
            for (PageVisit one : visits) {
                for (String language : List.of("zh-CN", "en")) {
                    look(page, one, language, wrong);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_journey_that_is_said_to_look_at_a_page_is_there() {
        assertThat(PageVisit.all())
                .filteredOn(PageVisit::isOfJourney)
                .allSatisfy(one -> assertThat(
                                Class.forName(EveryPageJourneyTest.class.getPackageName() + "." + one.address())
                                        .getDeclaredMethods())
                        .anyMatch(method -> method.isAnnotationPresent(Test.class)));
    }

    private static void look(Page page, PageVisit one, String language, List<String> wrong) {
        String address = one.address();
        Response answer = page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
        String name =
                (one.isPublic() ? "public" : one.login()) + address.replaceAll("[^a-z0-9-]+", "-") + "-" + language;
        Visit.picture(page, name);
        if (answer.status() != 200 || page.locator("main h1").count() != 1) {
            wrong.add(name + ": " + answer.status() + ", "
                    + page.locator("main h1").count() + " headings");
        }
        if (page.locator("body").textContent().contains("??")) {
            wrong.add(name + ": words are missing");
        }
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(rule -> wrong.add(name + ": " + rule.getId() + ", " + rule.getHelp() + " " + rule.getNodes()));
    }

    private static void as(Page page, PageVisit first) {
        page.context().clearCookies();
        if (!first.isPublic()) {
            page.navigate("/sign-in");
            page.fill("#login", first.login());
            page.fill("#password", "mingzhang-demo");
            page.locator("main button").click();
        }
    }
}
