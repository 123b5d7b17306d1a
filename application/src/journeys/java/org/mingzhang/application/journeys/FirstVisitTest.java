package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mingzhang.application.users.SetupAddress;

@ExtendWith(Site.class)
class FirstVisitTest {
    @Test
    void a_visitor_sees_the_start_page_in_chinese_and_keeps_nobody_out(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });

        Response answer = page.navigate("/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(page.title()).contains("明账");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(complaints).isEmpty();
        Visit.picture(page, "home");
    }

    @Test
    void whoever_opens_an_empty_installation_is_led_by_pages_that_keep_nobody_out() {
        try (Visit empty = Visit.beginEmpty()) {
            Page page = empty.page();
            String link = SetupAddress.of(empty.application());
            for (String language : List.of("en", "zh-CN")) {
                for (String address : List.of("/", "/sign-in", link)) {
                    page.navigate(address + "?lang=" + language);
                    String name = "empty" + address.replaceAll("[^a-z]+", "-") + language;
                    Visit.picture(page, name);
                    assertThat(page.locator("body").textContent()).as(name).doesNotContain("??");
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as(name)
                            .isEmpty();
                }
            }
            page.fill("#login", "keeper");
            page.fill("#displayName", "管理员");
            page.fill("#password", "short");
            page.fill("#again", "short");
            page.locator("main button.main").click();
            assertThat(page.locator("main").textContent()).contains("密码长度应为");
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as("refused")
                    .isEmpty();
        }
    }

    @Test
    void nothing_is_fetched_from_elsewhere(Page page, Visit visit) {
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));

        page.navigate("/");

        assertThat(asked)
                .isNotEmpty()
                .allMatch(url -> url.startsWith(visit.application().address()));
    }
}
