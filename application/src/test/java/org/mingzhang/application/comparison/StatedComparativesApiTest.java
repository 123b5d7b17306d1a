package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.testing.TestDatabase;

/** Years of which only printed figures are known: stated, corrected, and told as of when they were. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class StatedComparativesApiTest extends ComparisonOverHttp {
    private static final String COMPARATIVES = "/api/budgets/411200-103-2025/comparatives";

    private static String stated(String year, String figures, String reason) {
        return """
            {"year": "%s", "amountUnit": "万元", "figures": %s, "documentNumber": "2024年公开文本", "title": "2024年部门预算",
             "issuer": "市政府办公室", "date": "2024-02-10", "reason": "%s"}\
            """.formatted(year, figures, reason);
    }

    @Test
    @Order(6)
    void a_year_that_is_not_released_is_as_one_that_never_was() throws Exception {
        assertThat(send("office", "POST", "/api/budgets", """
            {"budget": "411200-103-2026", "divisionName": "三门峡市",
             "departmentName": "三门峡市人民政府办公室", "shortName": "市人民政府办公室"}\
            """).statusCode()).isEqualTo(201);
        JsonNode compared = get("", SAMPLE + "?years=2025,2026");
        assertThat(compared.at("/years/1/standing").textValue()).isEqualTo("UNKNOWN");
        assertThat(compared.get("knownYears").toString()).isEqualTo("[\"2024\",\"2025\"]");
        assertThat(figure(compared, "TOTAL").at("/amounts/1/known").booleanValue())
                .isFalse();
        JsonNode own = get("finance", SAMPLE + "?years=2025,2026");
        assertThat(own.at("/years/1/standing").textValue()).isEqualTo("KEPT");
        assertThat(send("", "GET", "/api/comparison/411200-201", "").statusCode())
                .isEqualTo(404);
        assertThat(send("", "GET", "/comparison/411200-103/figure?year=2026&level=total", "")
                        .body())
                .contains("没有 2026 年已公布的数字");
    }

    @Test
    @Order(7)
    void a_comparative_is_stated_contradicted_by_known_lines_and_corrected_with_a_reason() throws Exception {
        HttpResponse<String> again = send(
                "finance",
                "POST",
                COMPARATIVES,
                stated("2024", "[{\"level\": \"TOTAL\", \"amount\": \"3299.21\"}]", ""));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("reason-missing");
        HttpResponse<String> known = send(
                "finance",
                "POST",
                "/api/budgets/411200-103-2026/comparatives",
                stated("2025", "[{\"level\": \"TOTAL\", \"amount\": \"4263.94\"}]", ""));
        assertThat(known.statusCode()).isEqualTo(422);
        assertThat(known.body()).contains("comparative-contradicts").contains("42,639,299.00");
        assertThat(send("auditor", "POST", COMPARATIVES, "{}").statusCode()).isEqualTo(403);
        assertThat(send("elsewhere", "POST", COMPARATIVES, "{}").statusCode()).isIn(403, 404);
        HttpResponse<String> corrected = send(
                "finance",
                "POST",
                COMPARATIVES,
                stated(
                        "2024",
                        "[{\"level\": \"TOTAL\", \"amount\": \"3299.20\"}, {\"level\": \"FUNCTION\", \"code\":"
                                + " \"201\", \"amount\": \"2900.00\"}]",
                        "补充功能科目"));
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(201);
        JsonNode own = get("finance", SAMPLE + "?years=2024,2025");
        assertThat(own.at("/rows/0/amounts/0/printed").textValue()).isEqualTo("2900.00");
        assertThat(figure(own, "OPERATING").at("/amounts/0/known").booleanValue())
                .isFalse();
        JsonNode released = get("", SAMPLE + "?years=2024,2025");
        assertThat(figure(released, "OPERATING").at("/amounts/0/printed").textValue())
                .as("the public reads what had been stated when it was released")
                .isEqualTo("265.70");
        assertThat(send("", "GET", "/comparison/411200-103/figure?year=2024&level=total", "")
                        .body())
                .contains("32,992,000.00")
                .doesNotContain("补充功能科目");
    }

    @Test
    @Order(12)
    void printed_figures_are_not_restated_and_say_so() throws Exception {
        assertThat(get("", SAMPLE + "?years=2024,2025&basis=like&lang=en")
                        .at("/years/0/note")
                        .textValue())
                .isEqualTo("2024: printed, not restated.");
        assertThat(get("", SAMPLE + "?years=2024,2025").at("/years/0/note").textValue())
                .isEmpty();
        assertThat(send("", "GET", "/comparison/411200-103?years=2024,2025&basis=like", "")
                        .body())
                .contains("2024 年是公开文本上印出的数字，不重述。");
    }

    @Test
    @Order(14)
    void as_of_a_day_each_statement_counts_as_it_stood() throws Exception {
        String day = "?years=2025&unit=yuan&stage=adjusted&asOf=2025-06-30&clock=effective";
        assertThat(total("finance", SAMPLE + day))
                .as("what came into effect afterwards does not count")
                .isNotEqualTo(total("finance", SAMPLE + "?years=2025&unit=yuan&stage=adjusted"));
        JsonNode before = get("finance", SAMPLE + "?years=2024,2025&asOf=2025-06-30&clock=effective");
        assertThat(figure(before, "OPERATING").at("/amounts/0/printed").asText())
                .as("what was corrected since stands as of a day before")
                .isEqualTo("265.70");
    }
}
