package org.mingzhang.application.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.command.intake.book.UploadedFile;

/** Somebody at a browser without script: cookies are kept, redirects are seen, forms bring their hidden token. */
public final class Browsing {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"");

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    public Browsing(String address) {
        this.address = address;
    }

    /** Signs in and answers the same person. */
    public Browsing as(String login, String password) {
        post("/sign-in", "/sign-in", Map.of("login", login, "password", password));
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request("GET", path, HttpRequest.BodyPublishers.noBody()));
    }

    /** What is downloaded from an address. */
    public HttpResponse<byte[]> bytes(String path) {
        try {
            return client.send(
                    request("GET", path, HttpRequest.BodyPublishers.noBody()), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Asks as a program does, for whatever there is. */
    public HttpResponse<String> program(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    /** Asks as a program does that has a token. */
    public HttpResponse<String> withToken(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** A request of any method without a token. */
    public HttpResponse<String> bare(String method, String path) {
        return send(request(method, path, HttpRequest.BodyPublishers.noBody()));
    }

    /** Posts a form as a page shows it. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token(get(page).body()));
        return send(request("POST", path, HttpRequest.BodyPublishers.ofString(encoded(all))));
    }

    /** Sends files to a page that has a form for them, with its token in the address as the form has it. */
    public HttpResponse<String> upload(String page, Upload upload) {
        return upload(page, page, upload);
    }

    /** The same where the form posts to another address than its page. */
    public HttpResponse<String> upload(String page, String action, Upload upload) {
        return uploaded(action + "?_csrf=" + encode(token(get(page).body())), upload, "");
    }

    /** Sends a form with files to an address of its own. */
    public HttpResponse<String> upload(
            String page, String action, Map<String, String> fields, List<UploadedFile> files) {
        return upload(page, action, fields, "files", files);
    }

    /** The same with files that the form has under another name. */
    public HttpResponse<String> upload(
            String page, String action, Map<String, String> fields, String part, List<UploadedFile> files) {
        return uploaded(action + "?_csrf=" + encode(token(get(page).body())), Upload.of(fields, part, files), "");
    }

    /** Sends files as a program does, with login and password. */
    public HttpResponse<String> uploadAsProgram(String path, Upload upload, String credentials) {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return uploaded(path, upload, credentials.isEmpty() ? "" : "Basic " + basic);
    }

    private HttpResponse<String> uploaded(String path, Upload upload, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html,application/json,*/*;q=0.8")
                .header("Content-Type", upload.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(upload.body()));
        return send((authorization.isEmpty() ? request : request.header("Authorization", authorization)).build());
    }

    /** Fills in the form of a page that posts to an address, with its hidden fields, and sends it. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(hidden(page, action));
        all.putAll(fields);
        return send(request("POST", action, HttpRequest.BodyPublishers.ofString(encoded(all))));
    }

    private Map<String, String> hidden(String page, String action) {
        String shown = get(page).body();
        int plain = posting(shown, "action=\"" + action + "\"");
        int from = plain < 0 ? shown.indexOf("action=\"" + action + "?_csrf=") : plain;
        if (from < 0) {
            throw new AssertionError("no form on " + page + " posts to " + action + ":\n" + shown);
        }
        String form = shown.substring(from, shown.indexOf("</form>", from));
        Map<String, String> hidden = new LinkedHashMap<>();
        Matcher matcher = HIDDEN.matcher(form);
        while (matcher.find()) {
            hidden.put(matcher.group(1), matcher.group(2));
        }
        return hidden;
    }

    /** Where a form with that address begins that is not one of those that only ask, such as the bar for instants. */
    private static int posting(String shown, String action) {
        int at = shown.indexOf(action);
        while (at >= 0 && shown.substring(shown.lastIndexOf("<form", at), at).contains("method=\"get\"")) {
            at = shown.indexOf(action, at + 1);
        }
        return at;
    }

    /** The same with files, as a browser sends a form that asks for them. */
    public HttpResponse<String> submit(
            String page, String action, Map<String, String> fields, List<UploadedFile> files) {
        Map<String, String> all = new LinkedHashMap<>(hidden(page, action));
        all.putAll(fields);
        String token = Optional.ofNullable(all.get("_csrf")).orElse("");
        return uploaded(action + "?_csrf=" + encode(token), Upload.of(all, files), "");
    }

    /** The page that a redirect leads to. */
    public String follow(HttpResponse<String> answer) {
        return get(target(answer)).body();
    }

    /** Where a redirect leads; empty when it is none. */
    public String target(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replace(address, "");
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, body)
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
