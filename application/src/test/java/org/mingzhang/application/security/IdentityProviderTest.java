package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SignInWay;
import org.mingzhang.ledger.store.EventLog;

/** Sign-in by OpenID Connect with a provider on this machine, behind a proxy that speaks HTTPS. */
class IdentityProviderTest {
    private static final String PASSWORD = "a long password";

    @TempDir
    static Path data;

    private static FakeProvider provider;
    private static RunningApplication application;
    private static int askedAtStart;

    @BeforeAll
    static void start() throws IOException {
        provider = new FakeProvider();
        application = RunningApplication.start(
                data,
                false,
                "--mingzhang.oidc.issuer=" + provider.issuer(),
                "--mingzhang.oidc.client-id=mingzhang",
                "--mingzhang.oidc.client-secret=shared",
                "--server.forward-headers-strategy=native");
        askedAtStart = provider.asked();
        account("wang", Set.of(Role.DEPARTMENT_FINANCE));
        account("waiting", Set.of());
    }

    @AfterAll
    static void stop() {
        application.close();
        provider.close();
    }

    @Test
    void the_provider_is_not_asked_before_somebody_goes_there() {
        assertThat(askedAtStart).isZero();
        assertThat(new Browsing(application.address()).get("/sign-in").body())
                .contains(IdentityProvider.BEGIN)
                .contains("使用统一身份认证登录");
    }

    @Test
    void whoever_has_an_account_is_in_with_its_rights_and_no_others() throws Exception {
        provider.knows("wang");
        HttpResponse<String> page = signedIn();
        assertThat(page.uri().getPath()).isEqualTo("/workbench");
        assertThat(page.body()).contains("部门财务");
        assertThat(application.context().getBean(EventLog.class).readStream(AdministrationEvent.STREAM, 0))
                .extracting(event -> event.envelope().message())
                .contains(new AdministrationEvent.PersonSignedIn(
                        "wang", SignInWay.PROVIDER, new Origin(Origin.Channel.PAGE, "127.0.0.1")));
    }

    @Test
    void whoever_has_none_or_no_rights_gets_none() throws Exception {
        AccountDirectory directory = application.context().getBean(AccountDirectory.class);
        for (String login : Set.of("stranger", "waiting")) {
            provider.knows(login);
            HttpResponse<String> page = signedIn();
            assertThat(page.uri().toString()).as(login).endsWith("/sign-in?unknown");
            assertThat(page.body()).contains("身份认证未通过");
            assertThat(provider.vouched()).as("for whom the provider vouched").isEqualTo(login);
        }
        assertThat(directory.find("stranger")).isEmpty();
    }

    @Test
    void an_identity_that_somebody_else_signed_is_none() throws Exception {
        provider.forges("wang");
        assertThat(signedIn().uri().toString()).endsWith("/sign-in?unknown");
    }

    @Test
    void over_https_cookies_are_secure_and_the_next_request_must_be_too() throws Exception {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(application.address() + "/sign-in"))
                                .header("X-Forwarded-Proto", "https")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("JSESSIONID=")
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    private static HttpResponse<String> signedIn() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        return client.send(
                HttpRequest.newBuilder(URI.create(application.address() + IdentityProvider.BEGIN))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void account(String login, Set<Role> roles) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, roles, "411200-103"), PASSWORD);
    }
}
