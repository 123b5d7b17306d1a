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
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

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
    void after_five_wrong_passwords_the_right_one_has_to_wait() {
        account("forgetful", Role.AUDITOR);
        Browsing person = new Browsing(application.address());
        for (int i = 0; i < SignInAttempts.ALLOWED_BY_LOGIN; i++) {
            assertThat(person.target(signIn(person, "forgetful", "wrong"))).isEqualTo("/sign-in?wrong");
        }
        assertThat(person.target(signIn(person, "forgetful", PASSWORD))).isEqualTo("/sign-in?wait");
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
                .post("/users", "/users/enabled", Map.of("login", "leaver", "enabled", "false"));
        assertThat(leaver.target(leaver.get("/workbench"))).isEqualTo("/sign-in?ended");
        assertThat(leaver.target(signIn(leaver, "leaver", PASSWORD))).isEqualTo("/sign-in?wrong");
    }

    @Test
    void a_first_password_must_be_changed_before_anything_else() {
        Browsing keeper = new Browsing(application.address()).as("keeper", PASSWORD);
        keeper.post(
                "/users",
                "/users",
                Map.of("login", "novice", "displayName", "新人", "roles", "UNIT_OFFICER", "scope", "411200-103"));
        String first = keeper.get("/users").body().replaceAll("(?s).*<b class=\"code\">([^<]+)</b>.*", "$1");
        Browsing novice = new Browsing(application.address()).as("novice", first);
        assertThat(novice.target(novice.get("/workbench"))).isEqualTo("/account/password");
        HttpResponse<String> changed = novice.post(
                "/account/password",
                "/account/password",
                Map.of("present", first, "next", PASSWORD, "again", PASSWORD));
        assertThat(novice.target(changed)).isEqualTo("/sign-in?changed");
        assertThat(new Browsing(application.address())
                        .as("novice", PASSWORD)
                        .get("/workbench")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_last_administrator_cannot_be_disabled() {
        Browsing keeper = new Browsing(application.address()).as("keeper", PASSWORD);
        keeper.post("/users", "/users/enabled", Map.of("login", "keeper", "enabled", "false"));
        assertThat(keeper.get("/users").statusCode()).isEqualTo(200);
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
