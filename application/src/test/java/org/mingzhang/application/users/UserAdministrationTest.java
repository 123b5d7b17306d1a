package org.mingzhang.application.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Rights;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.web.Years;

/** System, security and audit in three hands, and everything that they do in the log. */
class UserAdministrationTest {
    private static final String PASSWORD = "a long password";
    private static final Pattern LINK = Pattern.compile("id=\"link\">http://[^/]+(/password/[^<]+)<");

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, false);
        account("keeper", Set.of(Role.ADMINISTRATOR), "");
        account("guard", Set.of(Role.SECURITY_ADMINISTRATOR), "");
        account("auditor", Set.of(Role.AUDITOR), "");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void an_account_is_made_by_one_and_given_rights_by_another_and_its_owner_alone_knows_the_password() {
        String link = made("novice");
        assertThat(new Browsing(application.address())
                        .post(link, link, chosen("short"))
                        .body())
                .contains("密码长度应为 10 至 200 个字符");
        assertThat(new Browsing(application.address())
                        .post(link, link, chosen("mingzhang-2026"))
                        .body())
                .contains("这个密码太容易猜到");
        Browsing novice = new Browsing(application.address());
        assertThat(novice.target(novice.post(link, link, chosen(PASSWORD)))).isEqualTo("/sign-in?changed");
        assertThat(novice.get(link).statusCode()).as("a link that was used").isEqualTo(404);
        assertThat(signedIn("novice").target(signedIn("novice").get("/workbench")))
                .as("without rights")
                .isEqualTo("/sign-in");

        Map<String, String> rights =
                Map.of("roles", "UNIT_OFFICER", "scope", "411200-103/103001", "years", "2025-2026");
        as("keeper").post("/users/novice", "/users/novice/rights", rights);
        assertThat(directory("novice").roles())
                .as("the system administrator gives none")
                .isEmpty();
        as("guard").post("/users/novice", "/users/novice/rights", rights);
        assertThat(directory("novice").years()).isEqualTo(new Years(2025, 2026));
        assertThat(signedIn("novice").get("/workbench").statusCode()).isEqualTo(200);
        assertThat(recorded("novice"))
                .extracting(event -> event.getClass().getSimpleName())
                .containsSubsequence(
                        "AccountCreated", "PasswordLinkIssued", "PasswordChanged", "RightsChanged", "PersonSignedIn");
        assertThat(recorded("novice"))
                .contains(new AdministrationEvent.RightsChanged(
                        "novice",
                        new Rights(List.of(), "", ""),
                        new Rights(List.of(Role.UNIT_OFFICER), "411200-103/103001", "2025-2026"),
                        recorded("novice").getFirst().origin()));
    }

    @Test
    void nobody_administers_the_own_account_and_the_three_offices_exclude_each_other() {
        made("apart");
        String form = "/users/apart";
        Browsing guard = as("guard");
        guard.post(form, form + "/rights", Map.of("roles", "AUDITOR,UNIT_OFFICER", "scope", "", "years", ""));
        assertThat(directory("apart").roles()).isEmpty();
        assertThat(guard.get(form).body()).contains("不得与其他角色兼任");
        Map<String, String> everything = Map.of("roles", "BUDGET_OFFICE", "scope", "", "years", "");
        assertThat(guard.post(form, "/users/guard/rights", everything).statusCode())
                .isEqualTo(403);
        assertThat(as("keeper").post(form, "/users/keeper/rights", everything).statusCode())
                .isEqualTo(403);
        assertThat(as("keeper")
                        .post(form, "/users/auditor/password-link", Map.of())
                        .statusCode())
                .as("whoever makes accounts cannot become somebody else")
                .isEqualTo(403);
        assertThat(guard.post(form, "/users", Map.of("login", "mine", "displayName", "x"))
                        .statusCode())
                .as("nor whoever gives rights")
                .isEqualTo(403);
        assertThat(as("auditor")
                        .post("/account", "/users/apart/lock", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(as("auditor").get("/users/apart").statusCode()).isEqualTo(200);
    }

    @Test
    void the_last_of_an_office_stays() {
        as("guard").post("/users/keeper", "/users/keeper/lock", Map.of("reason", "试试"));
        as("guard")
                .post(
                        "/users/keeper",
                        "/users/keeper/rights",
                        Map.of("roles", "UNIT_OFFICER", "scope", "411200-103", "years", ""));
        assertThat(directory("keeper").enabled()).isTrue();
        assertThat(directory("keeper").roles()).containsExactly(Role.ADMINISTRATOR);
        Browsing keeper = as("keeper");
        keeper.post("/users/guard", "/users/guard/lock", Map.of("reason", "试试"));
        assertThat(directory("guard").enabled()).isTrue();
        assertThat(keeper.get("/users/guard").body()).contains("最后一个");
    }

    @Test
    void a_locked_account_is_out_at_once_and_only_the_security_administrator_lets_it_in_again() {
        account("leaver", Set.of(Role.UNIT_OFFICER), "411200-103");
        Browsing leaver = signedIn("leaver");
        assertThat(leaver.get("/workbench").statusCode()).isEqualTo(200);
        as("keeper").post("/users/leaver", "/users/leaver/lock", Map.of("reason", "调离"));
        assertThat(leaver.target(leaver.get("/workbench"))).isEqualTo("/sign-in?ended");
        assertThat(as("keeper")
                        .post("/users/leaver", "/users/leaver/unlock", Map.of())
                        .statusCode())
                .isEqualTo(403);
        as("guard").post("/users/leaver", "/users/leaver/unlock", Map.of());
        Browsing again = signedIn("leaver");
        assertThat(again.get("/workbench").statusCode()).isEqualTo(200);
        as("guard").post("/users/leaver", "/users/leaver/sessions/end", Map.of());
        assertThat(again.target(again.get("/workbench"))).isEqualTo("/sign-in?ended");
    }

    @Test
    void a_token_lets_a_program_in_until_it_is_revoked() {
        account("machine", Set.of(Role.DEPARTMENT_FINANCE), "411200-103");
        Browsing owner = signedIn("machine");
        String page =
                owner.follow(owner.post("/account/tokens", "/account/tokens", Map.of("name", "月度导入", "days", "30")));
        String token = page.replaceAll("(?s).*id=\"secret\">([^<]+)<.*", "$1");
        assertThat(token).startsWith(ApiTokens.PREFIX);
        assertThat(owner.get("/account/tokens").body()).contains("月度导入").doesNotContain(token);
        assertThat(bearer(token, "/api/execution/411200-103-2026/lines"))
                .as("in, but there is no such budget")
                .isEqualTo(404);
        assertThat(bearer(token, "/api/projections")).isEqualTo(403);
        assertThat(bearer(token + "x", "/api/budgets")).isEqualTo(401);
        String id = owner.get("/account/tokens").body().replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
        owner.post("/account/tokens", "/account/tokens/revoke", Map.of("token", id));
        assertThat(bearer(token, "/api/budgets")).isEqualTo(401);
    }

    @Test
    void a_new_link_ends_the_password_sessions_and_tokens_of_before() {
        account("lost", Set.of(Role.DEPARTMENT_FINANCE), "411200-103");
        Browsing owner = signedIn("lost");
        String page = owner.follow(owner.post("/account/tokens", "/account/tokens", Map.of("name", "x", "days", "30")));
        String token = page.replaceAll("(?s).*id=\"secret\">([^<]+)<.*", "$1");
        Browsing guard = as("guard");
        String shown = guard.follow(guard.post("/users/lost", "/users/lost/password-link", Map.of()));
        assertThat(owner.target(owner.get("/workbench"))).isEqualTo("/sign-in?ended");
        assertThat(bearer(token, "/api/budgets")).isEqualTo(401);
        String link = link(shown);
        Browsing again = new Browsing(application.address());
        again.post(link, link, chosen("another long one"));
        assertThat(again.as("lost", "another long one").get("/workbench").statusCode())
                .isEqualTo(200);
    }

    @Test
    void no_password_hash_link_or_token_is_in_the_log() {
        String link = made("quiet");
        new Browsing(application.address()).post(link, link, chosen("a very secret sentence"));
        new Browsing(application.address()).as("my-password-in-the-wrong-field", "another secret sentence");
        EventCodec codec = new EventCodec();
        for (RecordedEvent event : log().readStream(AdministrationEvent.STREAM, 0)) {
            assertThat(new String(codec.payload(event.envelope().message()), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("secret sentence")
                    .doesNotContain("wrong-field")
                    .doesNotContain(link.replace("/password/", ""))
                    .doesNotContain("argon2");
        }
        assertThat(directory("quiet").passwordHash()).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void the_record_is_read_by_those_who_oversee_and_by_nobody_else() {
        made("shown");
        assertThat(as("auditor").get("/administration").body())
                .contains("新建账号 shown")
                .contains("127.0.0.1");
        Browsing english = as("guard");
        english.get("/?lang=en");
        assertThat(english.get("/administration").body()).contains("Account shown");
        account("plain", Set.of(Role.UNIT_OFFICER), "411200-103");
        assertThat(signedIn("plain").get("/administration").statusCode()).isEqualTo(403);
    }

    /** Makes an account and answers the path of its first link. */
    private static String made(String login) {
        Browsing keeper = as("keeper");
        HttpResponse<String> answer =
                keeper.post("/users", "/users", Map.of("login", login, "displayName", "新人 " + login));
        return link(keeper.follow(answer));
    }

    private static String link(String page) {
        Matcher matcher = LINK.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private static Map<String, String> chosen(String password) {
        return new HashMap<>(Map.of("next", password, "again", password));
    }

    private static int bearer(String token, String path) {
        return new Browsing(application.address()).withToken(path, token).statusCode();
    }

    private static List<AdministrationEvent> recorded(String login) {
        return log().readStream(AdministrationEvent.STREAM, 0).stream()
                .map(event -> (AdministrationEvent) event.envelope().message())
                .filter(event -> event.about().filter(login::equals).isPresent())
                .toList();
    }

    private static EventLog log() {
        return application.context().getBean(EventLog.class);
    }

    private static Account directory(String login) {
        return application.context().getBean(AccountDirectory.class).find(login).orElseThrow();
    }

    private static Browsing as(String login) {
        return signedIn(login);
    }

    private static Browsing signedIn(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    private static void account(String login, Set<Role> roles, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, roles, scope), PASSWORD);
    }
}
