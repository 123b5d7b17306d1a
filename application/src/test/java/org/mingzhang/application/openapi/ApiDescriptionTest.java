package org.mingzhang.application.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.PeopleOverHttp;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;

/** What {@code /v3/api-docs} says is complete, and each of its examples does what it says. */
class ApiDescriptionTest {
    @TempDir
    static Path data;

    private static RunningApplication application;
    private static JsonNode description;

    @BeforeAll
    static void start() throws Exception {
        Map<Role, String> scopes = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            scopes.put(role, role == Role.ADMINISTRATOR ? "" : "411200");
        }
        DescribedApplication described = DescribedApplication.start(data, scopes);
        application = described.application();
        description = described.description();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void every_operation_has_words_answers_and_an_example_and_every_entry_has_its_operation() {
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String address = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    described.add(address);
                    JsonNode operation = method.getValue();
                    assertThat(operation.path("summary").asText()).as(address).isNotBlank();
                    assertThat(operation.path("description").asText())
                            .as(address)
                            .isNotBlank();
                    assertThat(operation.path("x-examples")).as(address).isNotEmpty();
                    operation
                            .path("x-examples")
                            .forEach(example -> assertThat(operation
                                            .path("responses")
                                            .has(example.get("status").asText()))
                                    .as("%s answers with %s", address, example.get("status"))
                                    .isTrue());
                }));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Operations.read().keySet());
    }

    @Test
    void a_command_names_its_fields_headers_and_problems() {
        JsonNode lines = description.at("/paths/~1api~1budgets~1{id}~1lines/post");
        JsonNode schema = lines.at("/requestBody/content/application~1json/schema");
        assertThat(schema.at("/properties/deptEconomic/type").asText()).isEqualTo("string");
        assertThat(schema.at("/properties/fund/enum").toString()).contains("GENERAL_PUBLIC");
        assertThat(schema.at("/properties/appropriated/type").asText()).isEqualTo("boolean");
        assertThat(schema.at("/properties/amountFen/type").asText()).isEqualTo("integer");
        assertThat(words(schema.get("required")))
                .contains("line", "unit", "function")
                .doesNotContain("note", "project");
        assertThat(lines.get("parameters").toString())
                .contains("Idempotency-Key")
                .contains("If-Match");
        assertThat(lines.at("/responses/422/content").has("application/problem+json"))
                .isTrue();
        JsonNode shift = description.at(
                "/paths/~1api~1budgets~1{id}~1adjustments/post/requestBody/content/application~1json/schema");
        assertThat(shift.at("/properties/from/items/properties/line/type").asText())
                .isEqualTo("string");
        assertThat(words(shift.get("required")))
                .contains("direction", "effectiveOn")
                .doesNotContain("amountUnit");
        assertThat(words(shift.at("/properties/amountUnit/enum"))).containsExactly("元", "万元");
        for (String side : List.of("from", "to")) {
            assertThat(words(shift.at("/properties/" + side + "/items/required")))
                    .containsExactly("line");
            assertThat(shift.at("/properties/" + side + "/items/properties").has("amountFen"))
                    .isTrue();
        }
        JsonNode month = description.at(
                "/paths/~1api~1budgets~1{id}~1execution/post/requestBody/content/application~1json/schema");
        for (String amount : List.of("paidFen", "refundedFen", "committedFen")) {
            assertThat(month.at("/properties/entries/items/properties/" + amount + "/type")
                            .asText())
                    .isEqualTo("integer");
        }
        assertThat(shift.at("/properties/effectiveOn/format").asText()).isEqualTo("date");
        assertThat(shift.at("/properties/performance/items/properties").has("project"))
                .isTrue();
    }

    @Test
    void whatever_reads_waits_for_a_position_and_says_what_it_covers() {
        Set<String> without = new TreeSet<>();
        description.get("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            boolean documented = get.path("parameters").toString().contains("#/components/parameters/after")
                    && (!get.at("/responses").has("200")
                            || get.at("/responses/200/headers").has("Mingzhang-Position"));
            if (!get.isMissingNode() && !documented) {
                without.add(path.getKey());
            }
        });
        assertThat(without).isEmpty();
        assertThat(description.at("/components/parameters/after/in").asText()).isEqualTo("query");
        assertThat(description.at("/components/headers").has("Mingzhang-Wanted-Position"))
                .isTrue();
    }

    @Test
    void whatever_reads_a_budget_says_that_it_takes_an_instant_of_either_clock() {
        for (String path : List.of(
                "/api/budgets",
                "/api/budgets/{id}",
                "/api/execution/{id}/lines",
                "/api/preparation/{id}/lines",
                "/api/approvals",
                "/api/policy/{division}",
                "/api/search",
                "/api/funds")) {
            JsonNode get = description.get("paths").get(path).get("get");
            assertThat(get.get("parameters").toString())
                    .as(path)
                    .contains("#/components/parameters/asOf", "#/components/parameters/clock");
        }
        assertThat(new Browsing(application.address()).get("/api-reference").body())
                .contains("The instant to read as of", ">after<");
    }

    @Test
    void every_example_sent_in_their_order_is_answered_as_it_says() throws Exception {
        RunnableExamples examples = new RunnableExamples(application.address(), PeopleOverHttp.PASSWORD);
        List<String> otherwise = new ArrayList<>();
        List<RunnableExamples.Step> steps = RunnableExamples.in(description);
        for (RunnableExamples.Step step : steps) {
            HttpResponse<String> answer = examples.send(step);
            if (answer.statusCode() != step.status()) {
                otherwise.add(step + " but " + answer.statusCode() + ": " + answer.body());
            }
            followed();
        }
        assertThat(otherwise).isEmpty();
        assertThat(steps).hasSizeGreaterThan(60);
    }

    /** Readers see what was written before the next example asks. */
    private static void followed() {
        long head = application.context().getBean(EventLog.class).head();
        assertThat(application.context().getBean(FactFeed.class).await(head, Duration.ofSeconds(20)))
                .isTrue();
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.textValue()));
        return words;
    }
}
