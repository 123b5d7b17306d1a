package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.pages.SampleBudget;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Objected;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;

/** What nobody may ask for, what the public may read, and what errors say; each route by itself is in the matrix. */
class AccessTest {
    private static final String PASSWORD = "a long password";
    private static final String RELEASED = "411200-103-2025";
    private static final String DRAFT = "411200-103-2026";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        BudgetCommands commands = bean(BudgetCommands.class);
        new SampleBudget(commands, BudgetId.parse(RELEASED))
                .prepared()
                .underCeiling()
                .approved()
                .published(bean(RenderedTables.class));
        new SampleBudget(commands, BudgetId.parse(DRAFT)).prepared();
        account("officer", Role.DEPARTMENT_FINANCE, "411200-103");
        account("neighbour", Role.DEPARTMENT_FINANCE, "411200-104");
        account("unit-officer", Role.UNIT_OFFICER, "411200-103/103005");
        account("keeper", Role.ADMINISTRATOR, "");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_no_rule_names_does_not_exist() {
        Browsing person = new Browsing(application.address()).as("officer", PASSWORD);
        for (String path : List.of("/nothing", "/actuator/env", "/h2-console", "/WEB-INF/web.xml")) {
            assertThat(new Browsing(application.address()).get(path).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(person.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void pages_of_error_have_words_in_both_languages() {
        Browsing visitor = new Browsing(application.address());
        assertThat(visitor.get("/budgets/411200-999-2026").body())
                .contains("找不到这一页")
                .contains("lang=\"zh-CN\"");
        visitor.get("/?lang=en");
        assertThat(visitor.get("/budgets/411200-999-2026").body())
                .contains("No such page")
                .contains("lang=\"en\"");
        Browsing person = new Browsing(application.address()).as("officer", PASSWORD);
        assertThat(person.get("/users").body()).contains("没有权限");
        assertThat(visitor.get("/budgets/" + RELEASED + "/tables/3?unit=dollar").body())
                .contains("That request cannot be read");
    }

    @Test
    void programs_are_told_no_as_a_problem_with_the_words_of_the_page() throws Exception {
        HttpResponse<String> unknown = asked("POST", "/api/budgets/" + DRAFT + "/lines", "");
        assertThat(unknown.statusCode()).as("nobody said who they are").isEqualTo(401);
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertProblem(unknown, 401, "需要登录");
        assertProblem(asked("GET", "/api/nothing", "officer"), 404, "找不到这一页");
        assertProblem(asked("GET", "/api/projections", "officer"), 403, "没有权限");
        assertProblem(asked("DELETE", "/api/budgets/" + DRAFT + "/adjustments", "officer"), 405, "不支持这种操作");
        assertProblem(asked("GET", "/api/budgets/411200-999-2026?lang=en", ""), 404, "No such page");
    }

    /** Neither in the budget nor in what was handed in about it, which names people. */
    @Test
    void a_command_of_somebody_unknown_leaves_no_trace() throws Exception {
        long before = application.recorded(DRAFT);
        for (int i = 0; i < 20; i++) {
            assertThat(asked("POST", "/api/budgets/" + DRAFT + "/lines", "").statusCode())
                    .isEqualTo(401);
            assertThat(asked("POST", "/api/budgets/" + DRAFT + "/adjustments", "")
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(application.recorded(DRAFT)).isEqualTo(before);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String title) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains(
                        "\"title\":\"" + title + "\"", "\"status\":" + status, "\"detail\":\"", "\"instance\":\"/api/")
                .doesNotContain("timestamp");
    }

    /** @param login whose password comes along; empty for none */
    private static HttpResponse<String> asked(String method, String path, String login) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!login.isEmpty()) {
            String pair = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + pair);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void whoever_only_reads_gets_no_session_and_no_token_in_links() {
        HttpResponse<String> table = new Browsing(application.address()).get("/budgets/" + RELEASED + "/tables/3");
        assertThat(table.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(table.body()).doesNotContain("_csrf").doesNotContain("jsessionid");
    }

    @Test
    void the_public_cannot_tell_a_draft_from_what_does_not_exist() {
        Browsing visitor = new Browsing(application.address());
        assertThat(visitor.get("/budgets/" + RELEASED).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/budgets/" + RELEASED + "/tables/3").statusCode())
                .isEqualTo(200);
        for (String tail : List.of("", "/tables/3", "/tables/3?scope=103001", "/tables/3?asOf=90")) {
            HttpResponse<String> draft = visitor.get("/budgets/" + DRAFT + tail);
            HttpResponse<String> nothing = visitor.get("/budgets/411200-999-2026" + tail);
            assertThat(draft.statusCode()).isEqualTo(404);
            assertThat(nothing.statusCode()).isEqualTo(404);
            assertThat(draft.body().replace(DRAFT, "")).isEqualTo(nothing.body().replace("411200-999-2026", ""));
        }
    }

    @Test
    void the_public_reads_no_position_but_the_released_one() {
        Browsing visitor = new Browsing(application.address());
        assertThat(visitor.get("/budgets/" + RELEASED + "/tables/3?asOf=5").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_person_of_another_department_sees_no_draft_and_changes_nothing() {
        Browsing neighbour = new Browsing(application.address()).as("neighbour", PASSWORD);
        assertThat(neighbour.get("/prepare/" + DRAFT).statusCode()).isEqualTo(404);
        assertThat(neighbour.get("/budgets/" + DRAFT).statusCode()).isEqualTo(404);
        HttpResponse<String> answer = neighbour.post(
                "/account",
                "/prepare/" + DRAFT + "/phase/submit-first-proposal",
                Map.of("key", "neighbour-1", "back", "/prepare/" + DRAFT));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(lastSubmission(DRAFT))
                .isInstanceOfSatisfying(
                        SubmissionEvent.CommandRefused.class,
                        refused -> assertThat(refused.objections())
                                .containsExactly(new Objected(0, "", "not-their-budget", "{}")));
        assertThat(new Browsing(application.address())
                        .as("officer", PASSWORD)
                        .get("/prepare/" + DRAFT + "/phase")
                        .body())
                .contains("submit-first-proposal");
    }

    @Test
    void a_person_of_one_unit_changes_that_unit_alone() {
        Browsing person = new Browsing(application.address()).as("unit-officer", PASSWORD);
        String own = "/prepare/" + DRAFT + "/line?line=53";
        assertThat(person.get("/prepare/" + DRAFT + "/line?line=1").statusCode())
                .isEqualTo(404);
        assertThat(person.submit(own, "/prepare/" + DRAFT + "/lines/remove", Map.of("line", "1", "reason", "不需要"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(person.submit(
                                "/prepare/" + DRAFT + "/statements/duties",
                                "/prepare/" + DRAFT + "/statements/duties",
                                Map.of("items", "别人的职责"))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> removed =
                person.submit(own, "/prepare/" + DRAFT + "/lines/remove", Map.of("reason", "不需要"));
        assertThat(person.target(removed)).contains("after=");
    }

    /** What the auditors can read of who tried what. */
    private static LedgerEvent lastSubmission(String budget) {
        EventLog log = application.context().getBean(EventLog.class);
        return log.readStream(SubmissionEvent.beside(budget), 0)
                .getLast()
                .envelope()
                .message();
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Browsing person = new Browsing(application.address()).as("officer", PASSWORD);
        assertThat(person.bare("POST", "/prepare/" + DRAFT + "/units").statusCode())
                .isEqualTo(403);
    }

    @Test
    void pages_forbid_script_in_themselves_frames_and_guessing_of_types() {
        var headers = new Browsing(application.address()).get("/").headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe-inline"));
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }

    private static void account(String login, Role role, String scope) {
        bean(AccountDirectory.class).create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }

    private static <T> T bean(Class<T> type) {
        return application.context().getBean(type);
    }
}
