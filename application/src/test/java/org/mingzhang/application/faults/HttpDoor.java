package org.mingzhang.application.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** The HTTP interface of the running application, as a program with a token uses it. */
final class HttpDoor implements Door {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Supplier<String> address;
    private final String authorization;
    private volatile String trouble = "";

    /** @param address where the application answers now; it may come back elsewhere */
    HttpDoor(Supplier<String> address, Installation installation) {
        this.address = address;
        this.authorization = "Bearer " + installation.token();
    }

    @Override
    public Answer send(String key, Intent intent) {
        return send(key, intent, "*");
    }

    /** For whoever has seen that version of the budget. */
    Answer send(String key, Intent intent, long version) {
        return send(key, intent, "\"" + version + "\"");
    }

    private Answer send(String key, Intent intent, String match) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.get() + "/api/commands"))
                .timeout(LONGEST)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("If-Match", match)
                .POST(HttpRequest.BodyPublishers.ofString(intent.json()))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer(response);
        } catch (IOException e) {
            trouble = e.toString();
            return Answer.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.UNKNOWN;
        }
    }

    @Override
    public String trouble() {
        return trouble;
    }

    private Answer answer(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 200, 201 -> Answer.DONE;
            case 409 -> Answer.REFUSED;
            case 412 -> Answer.STALE;
            case 422 -> response.body().contains("\"key-reused\"") ? Answer.KEY_REUSED : Answer.REFUSED;
            case 503 -> {
                trouble = response.body();
                yield Answer.UNKNOWN;
            }
            default -> {
                System.err.println("answered " + response.statusCode() + ": " + response.body());
                yield Answer.BROKEN;
            }
        };
    }
}
