package org.mingzhang.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Which links take the instant of a page along. */
class KeptInstantLinksTest {
    private static final String HERE = "/execute/411200-103-2025/adjustments/3";

    private final KeptInstant kept = new KeptInstant(new Untouched());

    @Test
    void the_other_side_of_a_transfer_is_seen_at_the_same_instant() {
        assertThat(from("asOf", "163", "/execute/411200-104-2025/adjustments/1"))
                .isEqualTo("/execute/411200-104-2025/adjustments/1?asOf=163");
        assertThat(from("asOf", "2025-06-30", "/budgets/411200-104-2025/tables/3?unit=yuan#total"))
                .isEqualTo("/budgets/411200-104-2025/tables/3?unit=yuan&asOf=2025-06-30#total");
        assertThat(from("asOf", "163", "/funds/411200-funds-2025")).endsWith("?asOf=163");
    }

    @Test
    void years_beside_each_other_are_seen_at_the_instant_of_a_budget_and_the_other_way_round() {
        assertThat(from("asOf", "163", "/comparison/411200-103/bridge?to=2025"))
                .isEqualTo("/comparison/411200-103/bridge?to=2025&asOf=163");
        String years = "/comparison/411200-103,411200-104";
        assertThat(from(years, "asOf", "163", "/budgets/411200-104-2024"))
                .isEqualTo("/budgets/411200-104-2024?asOf=163");
        assertThat(from(years, "asOf", "163", "/comparison/411200/figure?year=2024"))
                .endsWith("&asOf=163");
        assertThat(from(years, "asOf", "163", "/budgets/411300-104-2024")).isEqualTo("/budgets/411300-104-2024");
    }

    @Test
    void lists_queues_and_rules_are_seen_at_the_instant_of_a_budget_and_the_other_way_round() {
        for (String list : List.of(
                "/", "/?year=2025", "/workbench", "/approvals", "/policy", "/search", "/comparison", "/funds")) {
            assertThat(from("asOf", "163", list)).isEqualTo(list + (list.contains("?") ? "&" : "?") + "asOf=163");
            assertThat(from(list, "asOf", "163", "/execute/411300-104-2024"))
                    .as(list)
                    .endsWith("?asOf=163");
        }
        assertThat(from("/approvals", "asOf", "163", "/account")).isEqualTo("/account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/execute/411300-104-2025",
                "/execute/411200-103-2024",
                "/funds/411200-funds-2026",
                "/comparison/411300-103",
                "/ledger/controls",
                "/account",
                "/budgets/411200-104-2025/difference?from=1",
                "/execute/411200-104-2025?asOf=7"
            })
    void what_is_elsewhere_or_says_an_instant_of_its_own_is_left_alone(String link) {
        assertThat(from("asOf", "163", link)).isEqualTo(link);
    }

    @Test
    void the_log_itself_is_seen_at_the_instant_when_things_were_recorded_and_knows_no_other_clock() {
        for (String link : List.of("/ledger/trail", "/ledger/trail/7", "/ledger/workbench?seed=1")) {
            assertThat(from("asOf", "163", link)).startsWith(link).endsWith("asOf=163");
            MockHttpServletRequest other = new MockHttpServletRequest("GET", HERE);
            other.setParameter("asOf", "2025-06-30");
            other.setParameter("clock", "effective");
            assertThat(kept.processUrl(other, link)).isEqualTo(link);
        }
    }

    @Test
    void a_page_of_now_keeps_nothing() {
        assertThat(from("asOf", " ", "/execute/411200-104-2025")).isEqualTo("/execute/411200-104-2025");
        assertThat(from("page", "2", "/execute/411200-104-2025")).isEqualTo("/execute/411200-104-2025");
    }

    private String from(String parameter, String value, String link) {
        return from(HERE, parameter, value, link);
    }

    private String from(String here, String parameter, String value, String link) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", here);
        request.setParameter(parameter, value);
        return kept.processUrl(request, link);
    }

    /** Does nothing to links and forms. */
    private static final class Untouched implements RequestDataValueProcessor {
        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return action;
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return value;
        }

        @Override
        public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            return Map.of();
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return url;
        }
    }
}
