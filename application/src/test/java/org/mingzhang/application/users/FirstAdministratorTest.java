package org.mingzhang.application.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** An installation in which nobody can sign in yet, and one that shows a demo. */
class FirstAdministratorTest {
    private static final Map<String, String> KEEPER =
            Map.of("login", "keeper", "displayName", "管理员", "password", "a long password", "again", "a long password");

    @TempDir
    Path data;

    @Test
    void the_link_makes_one_administrator_and_then_leads_nowhere() {
        try (RunningApplication application = RunningApplication.start(data, false)) {
            Browsing visitor = new Browsing(application.address());
            String link = "/setup/" + first(application).issue(Role.ADMINISTRATOR);
            assertThat(visitor.get("/setup/guessed").statusCode()).isEqualTo(404);
            assertThat(visitor.target(visitor.post(link, link, KEEPER))).isEqualTo("/sign-in?made");
            assertThat(visitor.get(link).statusCode()).isEqualTo(404);
            assertThat(visitor.as("keeper", "a long password").get("/users").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void it_is_the_same_on_postgresql() {
        try (OpenDatabase database = TestDatabase.POSTGRESQL.open();
                RunningApplication application = RunningApplication.start(
                        data,
                        false,
                        "--spring.profiles.active=postgres",
                        "--MINGZHANG_DB_URL=" + database.url(),
                        "--MINGZHANG_DB_USER=postgres",
                        "--MINGZHANG_DB_PASSWORD=postgres")) {
            Browsing visitor = new Browsing(application.address());
            String link = "/setup/" + first(application).issue(Role.ADMINISTRATOR);
            assertThat(visitor.target(visitor.post(link, link, KEEPER))).isEqualTo("/sign-in?made");
            assertThat(visitor.get(link).statusCode()).isEqualTo(404);
            assertThat(visitor.as("keeper", "a long password").get("/users").body())
                    .contains("keeper");
        }
    }

    @Test
    void a_second_link_is_of_no_use_once_somebody_can_sign_in() {
        try (RunningApplication application = RunningApplication.start(data, false)) {
            Browsing visitor = new Browsing(application.address());
            String link = "/setup/" + first(application).issue(Role.ADMINISTRATOR);
            String other = "/setup/" + first(application).issue(Role.ADMINISTRATOR);
            visitor.post(link, link, KEEPER);
            assertThat(visitor.get(other).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void system_and_security_have_a_link_each_and_making_them_is_recorded() {
        try (RunningApplication application = RunningApplication.start(data, false)) {
            Browsing visitor = new Browsing(application.address());
            assertThat(first(application).vacant()).containsExactly(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
            String system = "/setup/" + first(application).issue(Role.ADMINISTRATOR);
            visitor.post(system, system, KEEPER);
            assertThat(first(application).vacant()).containsExactly(Role.SECURITY_ADMINISTRATOR);
            String security = "/setup/" + first(application).issue(Role.SECURITY_ADMINISTRATOR);
            assertThat(visitor.get(security).body()).contains("创建安全管理员");
            Map<String, String> guard = Map.of(
                    "login", "guard", "displayName", "安全", "password", "a long password", "again", "a long password");
            assertThat(visitor.target(visitor.post(security, security, guard))).isEqualTo("/sign-in?made");
            assertThat(first(application).vacant()).isEmpty();
            assertThat(application.context().getBean(EventLog.class).readStream(AdministrationEvent.STREAM, 0))
                    .extracting(event -> event.envelope().message())
                    .allMatch(AdministrationEvent.AccountCreated.class::isInstance)
                    .hasSize(2);
        }
    }

    @Test
    void a_short_password_is_refused_with_everything_typed_kept() {
        try (RunningApplication application = RunningApplication.start(data, false)) {
            Browsing visitor = new Browsing(application.address());
            String link = "/setup/" + first(application).issue(Role.ADMINISTRATOR);
            HttpResponse<String> again = visitor.post(
                    link, link, Map.of("login", "keeper", "displayName", "管理员", "password", "short", "again", "short"));
            assertThat(again.body()).contains("密码长度应为 10 至 200 个字符").contains("value=\"keeper\"");
            assertThat(application.context().getBean(AccountDirectory.class).isEmpty())
                    .isTrue();
        }
    }

    @Test
    void demo_accounts_are_there_for_every_role_in_a_demo_and_sign_in_no_more_without_it() {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            assertThat(application.context().getBean(AccountDirectory.class).demo())
                    .flatExtracting(Account::roles)
                    .containsExactlyInAnyOrder(Role.values());
            assertThat(workbench(application)).isEqualTo(200);
        }
        try (RunningApplication application = RunningApplication.start(data, false)) {
            assertThat(workbench(application)).isEqualTo(302);
        }
    }

    @Test
    void demo_accounts_do_not_exist_where_others_could_reach_them() {
        try (RunningApplication application = RunningApplication.start(data, true, "--server.address=0.0.0.0")) {
            assertThat(application.context().getBean(AccountDirectory.class).demo())
                    .isEmpty();
        }
    }

    private static int workbench(RunningApplication application) {
        return new Browsing(application.address())
                .as("caiwu", "mingzhang-demo")
                .get("/workbench")
                .statusCode();
    }

    private static FirstAdministrator first(RunningApplication application) {
        return application.context().getBean(FirstAdministrator.class);
    }
}
