package org.mingzhang.application.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for any address with any method, with the token of its session, so that nothing but the rights can be the reason. */
final class Caller {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String FILE = """
            --matrix\r
            Content-Disposition: form-data; name="files"; filename="单位.csv"\r
            Content-Type: text/csv\r
            \r
            单位编码,单位名称
            103001,x
            \r
            --matrix--\r
            """;

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private String token = "";

    Caller(String address) {
        this.address = address;
    }

    /** @param target where a redirect leads; empty when it is none */
    record Answer(int status, String target, String body, java.net.http.HttpHeaders headers) {
        /** Whether the answer is that this is not for them, or that there is nothing. */
        boolean denied() {
            return status == 401 || status == 403 || status == 404 || target.equals("/sign-in");
        }
    }

    /** Of a session in which nobody has signed in. */
    Caller withToken() {
        token = token(send("GET", "/sign-in", Map.of()).body());
        return this;
    }

    Caller signedIn(String login, String password) {
        withToken();
        String form = "login=" + encoded(login) + "&password=" + encoded(password);
        Answer answer = send("POST", "/sign-in", Map.of("form", form));
        if (!answer.target().startsWith("/workbench")) {
            throw new AssertionError(login + " cannot sign in: " + answer);
        }
        token = token(send("GET", "/account", Map.of()).body());
        return this;
    }

    /** @param with {@code body} as JSON, {@code form}, or {@code file} for an upload */
    Answer send(String method, String path, Map<String, String> with) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        request.header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8").header("X-CSRF-TOKEN", token);
        if (with.containsKey("body")) {
            request.header("Content-Type", "application/json");
        } else if (with.containsKey("file")) {
            request.header("Content-Type", "multipart/form-data; boundary=matrix");
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        String body = with.containsKey("file") ? FILE : with.getOrDefault("body", with.getOrDefault("form", ""));
        return sent(request.method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Answer sent(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse("").replace(address, ""),
                    answer.body(),
                    answer.headers());
        } catch (IOException e) {
            throw new AssertionError(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
