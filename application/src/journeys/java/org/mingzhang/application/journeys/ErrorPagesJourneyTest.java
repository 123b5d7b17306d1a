package org.mingzhang.application.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What people see where something is not there, not theirs, or broken: they too have to be read by everybody. */
@ExtendWith(Site.class)
class ErrorPagesJourneyTest {
    private static final String LIST = "/execute/411200-103-2025/adjustments";

    @Test
    void what_is_not_there_or_not_theirs_is_told_in_words(Page page) {
        inBothLanguages(page, "/nothing", 404, "找不到");
        as(page, "caiwu");
        inBothLanguages(page, "/users", 403, "没有");
        inBothLanguages(page, "/comparison/411200-103?by=nothing", 400, "没有分类");
    }

    @Test
    void a_failure_of_the_program_is_told_in_words(Page page, Visit visit) throws Exception {
        RequestMappingHandlerMapping routes = visit.application()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        RequestMappingInfo address = RequestMappingInfo.paths("/codes/broken")
                .methods(RequestMethod.GET)
                .options(routes.getBuilderConfiguration())
                .build();
        routes.registerMapping(address, new Broken(), Broken.class.getDeclaredMethod("fails"));
        try {
            inBothLanguages(page, "/codes/broken", 500, "出错");
            assertThat(page.locator("body").textContent()).doesNotContain("on purpose");
        } finally {
            routes.unregisterMapping(address);
        }
    }

    /** Fails as only a mistake in the program does. */
    static final class Broken {
        @ResponseBody
        String fails() {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void an_attachment_whose_bytes_have_changed_is_not_given_out(Page page, Visit visit) {
        as(page, "caiwu");
        page.navigate(LIST + "/new?from=50");
        page.fill("[name='to[0].line']", "49");
        page.fill("[name='from[0].amount']", "100");
        page.fill("#f-reason", "工作任务变化");
        page.setInputFiles(
                "#f-files",
                new FilePayload("测算依据.pdf", "application/pdf", bytes("%PDF-1.7\n" + UUID.randomUUID() + "\n%%EOF")));
        page.locator("main button.main").click();
        assertThat(page.locator("[role=status]").first().textContent()).contains("已保存");
        page.navigate(page.locator("tbody th a").first().getAttribute("href"));
        String file = page.locator("main a[href*='/attachments/']").first().getAttribute("href");
        String sha256 = file.substring(file.lastIndexOf('/') + 1);
        byte[] kept = stored(visit, sha256);
        forge(visit, sha256, bytes("%PDF-forged"));
        try {
            inBothLanguages(page, file, 409, "附件内容已变");
        } finally {
            forge(visit, sha256, kept);
        }
    }

    private static byte[] stored(Visit visit, String sha256) {
        return jdbc(visit)
                .sql(
                        "select p.content from attachment_piece p join attachment a on a.id = p.attachment where a.sha256 = :sha")
                .param("sha", sha256)
                .query((row, at) -> row.getBytes(1))
                .single();
    }

    private static void forge(Visit visit, String sha256, byte[] content) {
        assertThat(jdbc(visit)
                        .sql("update attachment_piece set content = :bytes"
                                + " where attachment in (select id from attachment where sha256 = :sha)")
                        .param("bytes", content)
                        .param("sha", sha256)
                        .update())
                .isEqualTo(1);
    }

    private static JdbcClient jdbc(Visit visit) {
        return JdbcClient.create(visit.application().context().getBean(DataSource.class));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void inBothLanguages(Page page, String address, int status, String words) {
        String beginning = address + (address.contains("?") ? "&" : "?") + "lang=";
        for (String language : List.of("en", "zh-CN")) {
            assertThat(page.navigate(beginning + language).status()).as(address).isEqualTo(status);
            assertThat(page.locator("main h1").count()).as(address).isEqualTo(1);
            assertThat(page.locator("body").textContent()).as(address).doesNotContain("??");
            accessible(page, "error-" + status + "-" + language);
        }
        assertThat(page.locator("main").textContent()).contains(words);
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
