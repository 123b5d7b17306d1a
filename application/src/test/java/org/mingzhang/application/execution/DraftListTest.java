package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;

/** The list of drafts says of each what it says when it is asked for alone, however often and whatever happened meanwhile. */
class DraftListTest {
    private static final String PASSWORD = "a long password";
    private static final String ID = "411200-103-2025";
    private static final String COMMANDS = "/api/budgets/" + ID + "/adjustments";
    private static final String READ = "/api/execution/" + ID + "/adjustments";
    private static final String DRAFTS = READ + "/drafts";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void it_is_never_older_than_the_budget_and_the_drafts() throws Exception {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            application
                    .context()
                    .getBean(AccountDirectory.class)
                    .create(
                            new NewAccount("finance", "finance", Set.of(Role.DEPARTMENT_FINANCE), "411200-103"),
                            PASSWORD);
            String address = application.address();
            String first = made(address, document("第一份", 9_000_000));
            made(address, document("第二份", 100));
            made(address, "{\"direction\":\"SHIFT\",\"reason\":\"一半\"}");

            assertThat(listed(address, "zh"))
                    .as("nothing is wrong with the two that are whole")
                    .containsExactly(4, 0, 0);
            assertThat(listed(address, "zh")).containsExactly(4, 0, 0);
            assertThat(listed(address, "en")).containsExactly(4, 0, 0);

            assertThat(send(address, "zh", "POST", COMMANDS, document("先到的", 5_000_000))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(listed(address, "zh"))
                    .as("what the first asks for is promised to another")
                    .containsExactly(4, 0, 1);
            int number =
                    JSON.readTree(send(address, "zh", "GET", READ, "").body()).size();
            String back = COMMANDS + "/" + number + "/withdrawal";
            assertThat(send(address, "zh", "POST", back, "{\"reason\":\"重做\"}").statusCode())
                    .isEqualTo(200);
            assertThat(listed(address, "en")).as("and free again").containsExactly(4, 0, 0);
            send(address, "zh", "PUT", first, document("第一份", 99_999_900), "If-Match", "\"0\"");
            assertThat(listed(address, "zh")).as("the youngest first").containsExactly(1, 4, 0);
        }
    }

    /** How much is amiss with each, after it has been compared with what is said of it alone. */
    private static List<Integer> listed(String address, String language) throws Exception {
        List<Integer> amiss = new ArrayList<>();
        for (JsonNode draft :
                JSON.readTree(send(address, language, "GET", DRAFTS, "").body())) {
            String alone = DRAFTS + "/" + draft.get("id").textValue();
            assertThat(draft)
                    .isEqualTo(JSON.readTree(
                            send(address, language, "GET", alone, "").body()));
            amiss.add(draft.get("amiss").size());
        }
        return amiss;
    }

    private static String document(String reason, long fen) {
        return "{\"direction\":\"SHIFT\",\"reason\":\"" + reason + "\",\"effectiveOn\":\"2025-12-31\","
                + "\"from\":[{\"line\":\"54\",\"amountFen\":" + fen + "}],\"to\":[{\"line\":\"53\",\"amountFen\":" + fen
                + "}],\"performanceUnaffected\":true,\"requestContent\":\"测算\"}";
    }

    private static String made(String address, String body) throws Exception {
        return send(address, "zh", "POST", DRAFTS, body)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> send(
            String address, String language, String method, String path, String body, String... headers)
            throws Exception {
        String basic = Base64.getEncoder().encodeToString(("finance:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + basic)
                .header("Cookie", "lang=" + language)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
