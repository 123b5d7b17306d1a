package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** Drafts of a running application as programs write and read them. */
record DraftsOverHttp(RunningApplication application) {
    static final String PASSWORD = "a long password";
    static final String ID = "411200-103-2025";
    static final String DRAFTS = "/api/execution/" + ID + "/adjustments/drafts";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** An account that writes documents. */
    void person(String login, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(Role.DEPARTMENT_FINANCE), scope), PASSWORD);
    }

    String made(String document) throws Exception {
        HttpResponse<String> made = send("finance", "POST", DRAFTS, document);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    static String document(String reason) {
        return "{\"direction\":\"SHIFT\",\"reason\":\"" + reason + "\",\"effectiveOn\":\"2025-12-31\","
                + "\"from\":[{\"line\":\"54\",\"amountFen\":5000000}],\"to\":[{\"line\":\"53\",\"amountFen\":5000000}],"
                + "\"performanceUnaffected\":true,\"requestContent\":\"测算\"}";
    }

    HttpResponse<String> parts(
            String who, String method, String path, String document, String part, String name, String content)
            throws Exception {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"document\"\r\nContent-Type: application/json\r\n\r\n"
                        + document + "\r\n--b\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + name
                        + "\"\r\n\r\n" + content + "\r\n--b--\r\n";
        return CLIENT.send(
                request(who, path)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String who, String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = request(who, path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(
                request.method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String who, String path) {
        String basic = Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("Authorization", "Basic " + basic);
    }
}
