package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.PeopleOverHttp;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Signing in, out and over. */
class SignInTest {
    private static final String PASSWORD = "a long password";

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        account("keeper", Role.ADMINISTRATOR);
        account("guard", Role.SECURITY_ADMINISTRATOR);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_right_password_opens_the_workbench_and_signing_out_closes_it() {
        Browsing person = new Browsing(application.address()).as("keeper", PASSWORD);
        assertThat(person.get("/workbench").statusCode()).isEqualTo(200);
        person.post("/account", "/sign-out", Map.of());
        assertThat(person.target(person.get("/workbench"))).isEqualTo("/sign-in");
    }

    @Test
    void after_five_wrong_passwords_the_right_one_has_to_wait() throws Exception {
        PeopleOverHttp people = new PeopleOverHttp(application);
        account("forgetful", Role.AUDITOR);
        Browsing person = new Browsing(application.address());
        for (int i = 0; i < SignInAttempts.ALLOWED_BY_LOGIN; i++) {
            assertThat(person.target(signIn(person, "forgetful", "wrong"))).isEqualTo("/sign-in?wrong");
        }
        assertThat(person.target(signIn(person, "forgetful", PASSWORD))).isEqualTo("/sign-in?wait");
        HttpResponse<String> program =
                people.send(people.request("forgetful", "/api/approvals").GET());
        assertThat(program.statusCode()).isEqualTo(429);
        assertThat(program.headers().firstValue("Retry-After")).contains("900");
        assertThat(program.body()).contains("\"key\":\"too-many\"", "15 分钟");
    }

    @Test
    void a_program_acts_in_the_role_that_it_names_or_not_at_all() throws Exception {
        account("reviewer", Role.UNIT_REVIEWER);
        PeopleOverHttp people = new PeopleOverHttp(application);

        HttpResponse<String> own = people.send(people.request("reviewer", "/api/approvals")
                .header("Mingzhang-Role", "UNIT_REVIEWER")
                .GET());
        assertThat(own.statusCode()).isEqualTo(200);
        for (String role : new String[] {"BUDGET_OFFICE", "NOBODY"}) {
            HttpResponse<String> other = people.send(people.request("reviewer", "/api/approvals")
                    .header("Mingzhang-Role", role)
                    .GET());
            assertThat(other.statusCode()).isEqualTo(403);
            assertThat(other.body()).contains("\"key\":\"role-not-held\"", role);
        }
        HttpResponse<String> behalf = people.send(people.request("reviewer", "/api/approvals")
                .header("Mingzhang-On-Behalf-Of", "keeper")
                .GET());
        assertThat(behalf.statusCode()).isEqualTo(403);
        assertThat(behalf.body()).contains("\"key\":\"no-delegation\"", "keeper");
    }

    @Test
    void whoever_is_unlocked_or_sets_a_password_does_not_wait() {
        account("hasty", Role.AUDITOR);
        Browsing hasty = new Browsing(application.address());
        for (int i = 0; i < SignInAttempts.ALLOWED_BY_LOGIN; i++) {
            signIn(hasty, "hasty", "wrong");
        }
        Browsing guard = new Browsing(application.address()).as("guard", PASSWORD);
        assertThat(guard.get("/users/hasty").body()).contains("暂停登录");
        guard.post("/users/hasty", "/users/hasty/unlock", Map.of());
        assertThat(guard.get("/users/hasty").body()).doesNotContain("暂停登录");
        assertThat(hasty.target(signIn(hasty, "hasty", PASSWORD))).isEqualTo("/workbench");
    }

    @Test
    void an_unknown_login_is_answered_like_a_wrong_password() {
        Browsing person = new Browsing(application.address());
        assertThat(person.target(signIn(person, "nobody", "wrong"))).isEqualTo("/sign-in?wrong");
    }

    @Test
    void a_session_gets_a_new_name_when_somebody_signs_in() {
        Browsing person = new Browsing(application.address());
        String before = String.join(" ", person.get("/sign-in").headers().allValues("Set-Cookie"));
        String after =
                String.join(" ", signIn(person, "keeper", PASSWORD).headers().allValues("Set-Cookie"));
        assertThat(before).contains("JSESSIONID=").contains("HttpOnly");
        assertThat(after).contains("JSESSIONID=");
        assertThat(after.substring(0, 40)).isNotEqualTo(before.substring(0, 40));
    }

    @Test
    void a_disabled_account_ends_its_sessions_at_once() {
        account("leaver", Role.AUDITOR);
        Browsing leaver = new Browsing(application.address()).as("leaver", PASSWORD);
        assertThat(leaver.get("/workbench").statusCode()).isEqualTo(200);
        new Browsing(application.address())
                .as("keeper", PASSWORD)
                .post("/users/leaver", "/users/leaver/lock", Map.of("reason", "调离"));
        assertThat(leaver.target(leaver.get("/workbench"))).isEqualTo("/sign-in?ended");
        assertThat(leaver.target(signIn(leaver, "leaver", PASSWORD))).isEqualTo("/sign-in?wrong");
    }

    @Test
    void without_a_provider_nothing_leads_to_one() {
        Browsing visitor = new Browsing(application.address());
        assertThat(visitor.get("/sign-in").body()).doesNotContain("/oauth2/");
        assertThat(visitor.get(IdentityProvider.BEGIN).statusCode()).isEqualTo(404);
    }

    @Test
    void the_session_of_before_signing_in_is_not_the_one_of_after() {
        Browsing visitor = new Browsing(application.address());
        String before = session(visitor.get("/sign-in"));
        String after = session(signIn(visitor, "keeper", PASSWORD));
        assertThat(before).isNotEmpty();
        assertThat(after).isNotEmpty().isNotEqualTo(before).contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void a_password_hashed_as_before_opens_and_is_hashed_anew() {
        account("old", Role.AUDITOR);
        AccountDirectory directory = application.context().getBean(AccountDirectory.class);
        directory.rehashed("old", "{bcrypt}" + new BCryptPasswordEncoder().encode(PASSWORD));
        Browsing person = new Browsing(application.address()).as("old", PASSWORD);
        assertThat(person.get("/workbench").statusCode()).isEqualTo(200);
        assertThat(directory.find("old").orElseThrow().passwordHash()).startsWith("{argon2id}");
    }

    private static String session(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .findFirst()
                .orElse("");
    }

    private static HttpResponse<String> signIn(Browsing person, String login, String password) {
        return person.post("/sign-in", "/sign-in", Map.of("login", login, "password", password));
    }

    private static void account(String login, Role role) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), ""), PASSWORD);
    }
}
