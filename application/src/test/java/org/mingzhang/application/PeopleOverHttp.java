package org.mingzhang.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;

/** People with one role each, who ask as programs do, with login and password, or look at pages. */
public record PeopleOverHttp(RunningApplication application) {
    public static final String PASSWORD = "a long password";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }

    /** Somebody with a browser. */
    public Browsing as(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
    }

    /** A request of theirs, with JSON where it has a body. */
    public HttpRequest.Builder request(String login, String path) {
        String credentials = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(UTF_8));
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json");
    }

    /** What they read once everything that was recorded can be read. */
    public HttpResponse<String> get(String login, String path) throws IOException, InterruptedException {
        long head = application.context().getBean(EventLog.class).head();
        if (!application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20))) {
            throw new AssertionError("what is read is behind the log");
        }
        return send(request(login, path).GET());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
