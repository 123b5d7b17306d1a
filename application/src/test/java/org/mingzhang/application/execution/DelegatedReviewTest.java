package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;

/** 张敏 submits for 王敏, 李强 reviews for 赵立: whoever reads the document later reads both names of each. */
class DelegatedReviewTest {
    private static final String ID = "411200-103-2025";
    private static final String PAGE = "/execute/" + ID + "/adjustments";

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static String document;

    @BeforeAll
    static void submittedAndReviewed() {
        application = RunningApplication.start(data, true);
        Browsing maker = actingFor("caiwu", "DEPARTMENT_FINANCE", "jingban");
        Map<String, String> shift = new HashMap<>(
                Map.of("direction", "SHIFT", "amountUnit", "元", "effectiveOn", "2025-12-31", "reason", "代理提交的调剂"));
        shift.putAll(Map.of("from[0].line", "54", "from[0].amount", "100", "to[0].line", "53", "to[0].amount", "100"));
        shift.putAll(Map.of("performanceUnaffected", "true", "requestContent", "测算"));
        HttpResponse<String> sent = maker.submit(PAGE + "/new", PAGE, shift, List.of());
        assertThat(maker.target(sent)).contains("after=");
        String list = maker.get(PAGE).body();
        Matcher link = Pattern.compile(PAGE + "/(\\d+)\"").matcher(list.substring(list.indexOf("<tbody")));
        assertThat(link.find()).isTrue();
        document = PAGE + "/" + link.group(1);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void both_names_of_maker_and_reviewer_stand_on_document_queue_and_printed_form() {
        reviewed();
        Browsing desk = as("yewu");
        assertThat(desk.get(document).body()).contains("张敏（代 王敏）").contains("李强（代 赵立）");
        assertThat(desk.get("/approvals").body()).contains("代理提交的调剂").contains("张敏（代 王敏）");
        assertThat(desk.get(document + "/print").body()).contains("张敏（代 王敏）").contains("李强（代 赵立）");
        assertThat(new String(desk.bytes("/approvals?format=csv").body(), StandardCharsets.UTF_8))
                .contains("张敏（代 王敏）");
        assertThat(new String(desk.bytes(document + "?of=course&format=csv").body(), StandardCharsets.UTF_8))
                .contains("李强（代 赵立）");
    }

    /** 王敏 would decide on what was submitted in her own name, though somebody else typed it. */
    private static void reviewed() {
        Browsing principal = actingFor("fuzeren", "DEPARTMENT_HEAD", "caiwu");
        review(principal);
        assertThat(as("fuzeren").get(document).body())
                .as("maker and checker are one, through a delegation on both sides")
                .doesNotContain("王敏（代 赵立）");
        review(actingFor("fuzeren", "DEPARTMENT_HEAD", "shenhe"));
    }

    private static void review(Browsing reviewer) {
        reviewer.post(
                "/approvals",
                document + "/review",
                Map.of(
                        "station",
                        "DEPARTMENT_REVIEW",
                        "opinion",
                        "同意",
                        "key",
                        "review-" + System.nanoTime(),
                        "back",
                        document));
    }

    private static Browsing actingFor(String principal, String role, String delegate) {
        as(principal)
                .post(
                        "/account/delegations",
                        "/account/delegations",
                        Map.of(
                                "delegate",
                                delegate,
                                "role",
                                role,
                                "firstDay",
                                today(),
                                "lastDay",
                                today(),
                                "reason",
                                "出差"));
        Browsing person = as(delegate);
        Matcher mandate = Pattern.compile("name=\"delegation\"[^>]*value=\"([^\"]+)\"")
                .matcher(person.get("/account").body());
        assertThat(mandate.find()).as("%s may act for %s", delegate, principal).isTrue();
        person.post("/account", "/account/act-for", Map.of("delegation", mandate.group(1)));
        return person;
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private static Browsing as(String login) {
        return new Browsing(application.address()).as(login, "mingzhang-demo");
    }
}
