package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.ledger.testing.TestDatabase;

/** How one budget of a department becomes another within a year, over HTTP, as the public and as staff see it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BridgeApiTest extends ComparisonOverHttp {
    private static final String PAGE = "/comparison/411200-103/bridge";
    private static final String WITHIN = "?from=2025&to=2025&unit=yuan";
    private static final long RELEASED = 4_263_929_900L;

    @Test
    @Order(1)
    void from_printed_figures_one_step_says_that_nothing_is_known_of_the_reasons() throws Exception {
        JsonNode bridge = get("", BridgeAnswers.SAMPLE_BRIDGE + "?from=2024&to=2025");
        assertThat(bridge.get("known").booleanValue()).isTrue();
        assertThat(bridge.at("/from/standing").textValue()).isEqualTo("STATED");
        assertThat(bridge.at("/from/printed").textValue()).isEqualTo("3299.20");
        assertThat(bridge.at("/to/fen").longValue()).isEqualTo(RELEASED);
        assertThat(bridge.at("/to/approval/documentNumber").textValue()).isNotBlank();
        assertThat(bridge.get("steps")).hasSize(1);
        JsonNode only = BridgeAnswers.step(bridge, "UNEXPLAINED", "");
        assertThat(only.get("fen").longValue()).isEqualTo(964_729_900L);
        assertThat(only.at("/document/documentNumber").textValue())
                .isEqualTo(bridge.at("/from/sources/0/documentNumber").textValue())
                .isNotBlank();
        assertThat(send("", "GET", only.get("page").textValue(), "").body())
                .contains("未能分解")
                .contains("32,992,000.00");
    }

    @Test
    @Order(2)
    void within_the_year_every_document_in_effect_is_a_step_and_shifts_change_nothing() throws Exception {
        JsonNode bridge = get("auditor", BridgeAnswers.SAMPLE_BRIDGE + WITHIN);
        BridgeAnswers.addsUp(bridge);
        assertThat(bridge.at("/from/fen").longValue()).isEqualTo(RELEASED);
        assertThat(bridge.at("/to/fen").longValue())
                .isEqualTo(get("auditor", "/api/comparison/411200-103?years=2025&stage=adjusted&unit=yuan")
                        .at("/headline/0/amounts/0/fen")
                        .longValue());
        Set<String> numbers = new HashSet<>();
        Set<Long> shifted = new HashSet<>();
        for (JsonNode step : bridge.get("steps")) {
            numbers.add(step.get("key").textValue());
            if (step.get("fen").longValue() == 0) {
                shifted.add(step.get("grossFen").longValue());
            }
        }
        assertThat(numbers)
                .as("in effect, and none of the others")
                .containsExactlyInAnyOrder("1", "2", "3", "4", "6", "9", "10");
        assertThat(shifted).containsExactlyInAnyOrder(500_000L, 3_000_000L, 1_800_000L);
        assertThat(bridge.get("changeFen").longValue()).isEqualTo(11_000_000L);
        Browsing auditor = signedIn("auditor");
        for (JsonNode step : bridge.get("steps")) {
            HttpResponse<String> opened = auditor.get(step.get("page").textValue());
            assertThat(opened.statusCode()).as(step.get("page").textValue()).isEqualTo(200);
            assertThat(opened.body()).contains("/execute/411200-103-2025/adjustments/");
        }
    }

    @Test
    @Order(3)
    void the_public_sees_the_release_without_later_documents_and_whoever_belongs_to_one_unit_too() throws Exception {
        for (String login : new String[] {"", "oneunit"}) {
            JsonNode bridge = get(login, BridgeAnswers.SAMPLE_BRIDGE + WITHIN);
            assertThat(bridge.get("steps")).as(login).isEmpty();
            assertThat(bridge.get("asReleased").toString()).as(login).isEqualTo("[\"2025\"]");
            assertThat(bridge.at("/to/fen").longValue()).isEqualTo(RELEASED);
        }
        String page = send("", "GET", PAGE + WITHIN, "").body();
        assertThat(page).doesNotContain("/execute/").doesNotContain("汛期抢修").contains("总额持平", "2025 年如何调整还没有公开");
        assertThat(signedIn("auditor").get(PAGE + WITHIN).body())
                .contains("汛期抢修")
                .contains("/execute/411200-103-2025/adjustments/3");
        assertThat(send("", "GET", "/api/comparison/411200-201/bridge", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    void what_nobody_published_is_no_end_of_a_bridge() throws Exception {
        JsonNode bridge = get("", BridgeAnswers.SAMPLE_BRIDGE + "?from=2020&to=2025");
        assertThat(bridge.get("known").booleanValue()).isFalse();
        assertThat(bridge.at("/from/standing").textValue()).isEqualTo("UNKNOWN");
        assertThat(bridge.get("from").has("fen")).isFalse();
        assertThat(bridge.get("steps")).isEmpty();
        assertThat(get("", BridgeAnswers.SAMPLE_BRIDGE + "?from=2024&to=2025&fromStage=adjusted")
                        .get("known")
                        .booleanValue())
                .as("nobody knows what became of printed figures")
                .isFalse();
        assertThat(send("", "GET", PAGE + "?from=2020&to=2025", "").body()).contains("未公布，不作分解");
        assertThat(send("", "GET", PAGE + "?from=2020&to=2025&format=csv", "").body())
                .contains("未公布");
    }

    @Test
    @Order(5)
    void as_of_an_instant_of_either_clock_there_are_the_documents_of_then() throws Exception {
        JsonNode effective = get("auditor", BridgeAnswers.SAMPLE_BRIDGE + WITHIN + "&asOf=2025-05-31&clock=effective");
        BridgeAnswers.addsUp(effective);
        Set<String> numbers = new HashSet<>();
        effective.get("steps").forEach(step -> numbers.add(step.get("key").textValue()));
        assertThat(numbers).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(effective.get("changeFen").longValue()).isEqualTo(3_000_000L);
        JsonNode now = get("auditor", BridgeAnswers.SAMPLE_BRIDGE + WITHIN);
        long last = 0;
        for (JsonNode step : now.get("steps")) {
            last = Math.max(last, step.at("/movements/0/position").longValue());
        }
        JsonNode before = get("auditor", BridgeAnswers.SAMPLE_BRIDGE + WITHIN + "&asOf=" + (last - 1));
        BridgeAnswers.addsUp(before);
        assertThat(before.get("steps")).hasSize(now.get("steps").size() - 1);
    }

    @Test
    @Order(6)
    void what_is_asked_amiss_is_said_in_words() throws Exception {
        for (String amiss : new String[] {
            "from=25",
            "to=x",
            "toStage=executed",
            "from=2025&to=2024",
            "from=2025&to=2025&toStage=initial",
            "unit=x",
            "asOf=x"
        }) {
            HttpResponse<String> answer = send("", "GET", BridgeAnswers.SAMPLE_BRIDGE + "?" + amiss, "");
            assertThat(answer.statusCode()).as(amiss).isEqualTo(400);
            assertThat(answer.body()).as(amiss).contains("detail");
        }
        assertThat(send("", "GET", "/api/comparison/411200/bridge", "").statusCode())
                .isEqualTo(400);
        assertThat(send("", "GET", PAGE + "/step?reason=x", "").statusCode()).isEqualTo(400);
        assertThat(send("", "GET", PAGE + "/step?reason=new-project", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(7)
    void a_file_has_both_ends_and_every_step_and_what_is_reached_by_it() throws Exception {
        String csv = signedIn("auditor").get(PAGE + WITHIN + "&format=csv").body();
        assertThat(csv).contains("起点").contains("终点").contains("42639299.00").contains("42749299.00");
        assertThat(csv.lines().filter(line -> line.startsWith("变动"))).hasSize(7);
        assertThat(send("", "GET", PAGE + WITHIN + "&format=xlsx", "").statusCode())
                .isEqualTo(200);
    }
}
