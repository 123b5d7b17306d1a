package org.mingzhang.application.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.pages.Browsing;

/** The rules of a division over HTTP: read, amended by two people, and obeyed by the next document. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyApiTest {
    private static final String ADJUSTMENTS = "/api/budgets/411200-103-2025/adjustments";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static PolicyScene scene;

    @BeforeAll
    static void start() {
        scene = PolicyScene.start(data);
    }

    @AfterAll
    static void stop() {
        scene.application().close();
    }

    @Test
    void no_other_rules_stand_in_for_what_is_no_day_and_no_division() throws Exception {
        HttpResponse<String> noDay = scene.send("auditor", "GET", PolicyScene.POLICY + "?day=zzz", "");
        assertThat(noDay.statusCode()).isEqualTo(400);
        assertThat(noDay.body()).contains("请求有误", "“zzz”").doesNotContain("\"title\":\"policy-day\"");
        assertThat(scene.send("auditor", "GET", PolicyScene.POLICY + "?day=2014-12-31", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(scene.send("auditor", "GET", "/api/policy/999999", "").statusCode())
                .isEqualTo(404);
        Browsing desk = scene.browsing("desk");
        assertThat(desk.get("/policy?day=zzz").statusCode()).isEqualTo(400);
        assertThat(desk.get("/?year=abc").body()).contains("“abc”不是年度");
        assertThat(desk.get("/?year=99999999999").statusCode()).isEqualTo(400);
    }

    @Test
    @Order(1)
    void everybody_who_is_signed_in_reads_the_rules_of_a_day_with_their_basis() throws Exception {
        JsonNode rules = scene.get("finance", PolicyScene.POLICY + "?day=2025-06-01");

        assertThat(rules.get("version").textValue()).matches("budget-law-2014\\+[0-9a-f]{16}");
        assertThat(rules.get("paths")).hasSizeGreaterThan(13).allSatisfy(path -> {
            assertThat(path.get("basis").textValue()).isNotBlank();
            assertThat(path.get("amendment").intValue()).isZero();
        });
        assertThat(rules.get("limits")).isNotEmpty();
        assertThat(scene.send("finance", "GET", PolicyScene.POLICY + "?version=0000000000000000", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(scene.application().address() + PolicyScene.POLICY))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(2)
    void what_is_no_rule_is_refused_row_by_row() throws Exception {
        HttpResponse<String> unknown =
                scene.send("desk", "POST", PolicyScene.POLICY + "/amendments", """
                    {"from": "%s", "reason": "x", "paths": [{"kind": "MAGIC", "stations": "NOBODY", "basis": "x"}],
                     "limits": [{"id": "x1", "measure": "SHARE_OF_PROJECT", "bound": "-3", "effect": "STOP", "basis": "x"}]}\
                    """.formatted(PolicyScene.today()));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body())
                .contains("/paths/0/kind")
                .contains("/paths/0/stations")
                .contains("/limits/0/bound");
        HttpResponse<String> weak =
                scene.send("desk", "POST", PolicyScene.POLICY + "/amendments", """
                    {"from": "%s", "reason": "x", "paths": [
                     {"kind": "SUPPLEMENT_FROM_RESERVE", "stations": "FINANCE_REVIEW", "basis": "x"}]}\
                    """.formatted(PolicyScene.today()));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("law-weakened");
    }

    @Test
    @Order(3)
    void who_may_not_is_turned_away() throws Exception {
        assertThat(scene.send("finance", "POST", PolicyScene.POLICY + "/amendments", PolicyScene.stopFromToday())
                        .statusCode())
                .as("of one department")
                .isEqualTo(403);
        assertThat(scene.send("elsewhere", "POST", PolicyScene.POLICY + "/amendments", PolicyScene.stopFromToday())
                        .statusCode())
                .as("of another division")
                .isEqualTo(403);
        assertThat(scene.send("auditor", "POST", PolicyScene.POLICY + "/amendments", PolicyScene.stopFromToday())
                        .statusCode())
                .as("only reads")
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    void an_amendment_by_two_people_is_obeyed_by_the_next_document_and_the_earlier_one_keeps_its_way()
            throws Exception {
        assertThat(scene.send("finance", "POST", ADJUSTMENTS, PolicyScene.shift("TASK"))
                        .statusCode())
                .as("the built-in cut-off only warns")
                .isEqualTo(201);
        assertThat(scene.send("desk", "POST", PolicyScene.POLICY + "/amendments", PolicyScene.stopFromToday())
                        .statusCode())
                .isEqualTo(201);
        assertThat(scene.send("desk", "POST", PolicyScene.POLICY + "/amendments/1/force", "{}")
                        .statusCode())
                .as("not its maker, nor that role")
                .isEqualTo(409);
        assertThat(scene.send("office", "POST", PolicyScene.POLICY + "/amendments/1/force", "{\"opinion\":\"同意\"}")
                        .statusCode())
                .isEqualTo(200);

        long kept = scene.application().recorded("411200-103-2025");
        HttpResponse<String> stopped = scene.send("finance", "POST", ADJUSTMENTS, PolicyScene.shift("TASK"));
        assertThat(stopped.statusCode()).isEqualTo(422);
        assertThat(scene.application().recorded("411200-103-2025"))
                .as("the attempt, and nothing else")
                .isEqualTo(kept + 1);
        assertThat(scene.send("finance", "POST", ADJUSTMENTS + "?lang=en", PolicyScene.shift("TASK"))
                        .body())
                .contains("09-30")
                .doesNotContain("不予受理");
        assertThat(stopped.body()).contains("limit-reached").contains("09-30").contains("三财〔2026〕9号");
        assertThat(scene.send("finance", "POST", ADJUSTMENTS, PolicyScene.shift("EMERGENCY"))
                        .statusCode())
                .as("the exception")
                .isEqualTo(201);
        JsonNode documents = scene.get("finance", "/api/execution/411200-103-2025/adjustments");
        JsonNode last = documents.get(documents.size() - 1);
        JsonNode earlier = documents.get(documents.size() - 2);
        assertThat(last.get("stations")).hasSize(3);
        assertThat(earlier.get("stations")).hasSize(2);
        JsonNode now = scene.get("auditor", PolicyScene.POLICY);
        JsonNode reasons =
                scene.get("auditor", "/api/execution/411200-103-2025/adjustments/" + last.get("number") + "/reasons");
        assertThat(reasons.get("policy").textValue())
                .isEqualTo(now.get("version").textValue());
        assertThat(reasons.get("rules").get(0).get("amendment").intValue()).isEqualTo(1);
        JsonNode found = scene.get(
                "auditor",
                PolicyScene.POLICY + "?version="
                        + scene.get(
                                        "auditor",
                                        "/api/execution/411200-103-2025/adjustments/" + earlier.get("number")
                                                + "/reasons")
                                .get("policy")
                                .textValue()
                                .replace("+", "%2B"));
        assertThat(found.get("paths")).noneMatch(path -> path.get("amendment").intValue() > 0);
    }

    @Test
    @Order(8)
    void the_same_key_gets_the_same_answer_and_other_content_does_not() throws Exception {
        String weak = PolicyScene.stopFromToday().replace("DEPARTMENT_REVIEW,FINANCE_REVIEW,GOVERNMENT_DECISION", "");
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = scene.send("desk", "POST", PolicyScene.POLICY + "/amendments", weak, key);
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(scene.send("desk", "POST", PolicyScene.POLICY + "/amendments", weak, key)
                        .body())
                .isEqualTo(first.body());
        assertThat(scene.send("desk", "POST", PolicyScene.POLICY + "/amendments", PolicyScene.stopFromToday(), key)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @Order(10)
    void the_rules_of_an_earlier_instant_are_those_that_were_recorded_or_decided_by_then() throws Exception {
        String now = scene.send("auditor", "GET", PolicyScene.POLICY + "/amendments", "")
                .body();
        assertThat(JSON.readTree(now)).isNotEmpty();
        assertThat(scene.send("auditor", "GET", PolicyScene.POLICY + "/amendments?asOf=1", "")
                        .body())
                .isEqualTo("[]");
        String before = "asOf=" + LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1) + "&clock=effective";
        assertThat(scene.send("auditor", "GET", PolicyScene.POLICY + "/amendments?" + before, "")
                        .body())
                .isEqualTo("[]");
        JsonNode built = JSON.readTree(scene.send(
                        "auditor",
                        "GET",
                        PolicyScene.POLICY + "?asOf=1&day=" + LocalDate.now(ZoneId.of("Asia/Shanghai")),
                        "")
                .body());
        assertThat(built.toString()).doesNotContain("\"amendment\":1");
        assertThat(built.get("version"))
                .isNotEqualTo(JSON.readTree(scene.send("auditor", "GET", PolicyScene.POLICY, "")
                                .body())
                        .get("version"));
        assertThat(JSON.readTree(scene.send(
                                        "auditor", "GET", PolicyScene.POLICY + "?asOf=2025-03-01&clock=effective", "")
                                .body())
                        .get("day")
                        .asText())
                .isEqualTo("2025-03-01");
        Browsing office = scene.browsing("office");
        assertThat(office.get("/policy?division=411200&" + before).body())
                .contains("不是现在")
                .doesNotContain("id=\"propose\"");
        assertThat(office.get("/policy?division=411200&asOf=999999999").statusCode())
                .isEqualTo(400);
    }
}
