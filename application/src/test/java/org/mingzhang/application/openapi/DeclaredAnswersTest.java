package org.mingzhang.application.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.PeopleOverHttp;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.value.Role;

/** Whatever answers an operation stands in its description: sent by everybody, with parameters and bodies that are amiss. */
class DeclaredAnswersTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> AMISS = List.of("", "asOf=999999999", "page=x&size=y&format=doc&basis=none");

    private static final List<Optional<Role>> ASKING = List.of(
            Optional.empty(),
            Optional.of(Role.AUDITOR),
            Optional.of(Role.DEPARTMENT_FINANCE),
            Optional.of(Role.ADMINISTRATOR));

    @TempDir
    static Path data;

    private static RunningApplication application;
    private static JsonNode description;

    @BeforeAll
    static void start() throws Exception {
        DescribedApplication described = DescribedApplication.start(
                data,
                Map.of(
                        Role.AUDITOR, "411200",
                        Role.DEPARTMENT_FINANCE, "411200-103",
                        Role.ADMINISTRATOR, ""));
        application = described.application();
        description = described.description();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void no_answer_is_undeclared() throws Exception {
        Set<String> undeclared = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                for (Optional<Role> role : ASKING) {
                    for (String amiss : AMISS) {
                        int status = ask(role, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), amiss);
                        if (!method.getValue().get("responses").has(Integer.toString(status))) {
                            undeclared.add(method.getKey() + " " + path.getKey() + " " + status);
                        }
                    }
                }
            }
        }
        assertThat(undeclared).isEmpty();
    }

    @Test
    void an_answer_that_only_comes_while_something_is_away_or_behind_is_declared_too() {
        Set<String> without = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (!method.getValue().get("responses").has("503")) {
                        without.add(method.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(without).isEmpty();
        assertThat(description
                        .at("/paths/~1api~1ledger~1trail/get/responses/503/description")
                        .asText())
                .contains("trail");
    }

    private static int ask(Optional<Role> role, String method, String path, String amiss) throws Exception {
        String address = path.replace("{id}", path.startsWith("/api/funds") ? "411200-funds-2025" : "411200-103-2025")
                        .replace("{division}", "411200")
                        .replace("{subject}", "411200-103")
                        .replaceAll("\\{(number|position|source|query|generation)}", "1")
                        .replaceAll("\\{[^}]*}", "nothing")
                + (amiss.isEmpty() ? "" : "?" + amiss);
        HttpRequest.Builder request = role.map(who -> new PeopleOverHttp(application).request(who.name(), address))
                .orElseGet(() -> HttpRequest.newBuilder(URI.create(application.address() + address))
                        .header("Content-Type", "application/json"))
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : "{"));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
