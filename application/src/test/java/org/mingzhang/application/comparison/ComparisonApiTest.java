package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.testing.TestDatabase;

/** Years beside each other over HTTP, as the public and as staff see them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ComparisonApiTest extends ComparisonOverHttp {
    private static void says(JsonNode row, String before, String after, String delta, String percent) {
        assertThat(row.at("/amounts/0/printed").asText()).isEqualTo(before);
        assertThat(row.at("/amounts/1/printed").asText()).isEqualTo(after);
        assertThat(row.at("/changes/0/delta").asText()).isEqualTo(delta);
        assertThat(row.at("/changes/0/percent").asText()).isEqualTo(percent);
    }

    @Test
    void the_public_reads_the_printed_comparisons_of_the_sample() throws Exception {
        JsonNode compared = get("", SAMPLE + "?years=2024,2025");

        says(figure(compared, "TOTAL"), "3299.20", "4263.93", "964.73", "29.24");
        says(figure(compared, "OPERATING"), "265.70", "322.46", "56.76", "21.36");
        says(figure(compared, "THREE_PUBLICS"), "11.50", "11.50", "0.00", "");
        says(figure(compared, "OVERSEAS_TRAVEL"), "0.00", "0.00", "0.00", "");
        says(figure(compared, "HOSPITALITY"), "1.50", "1.50", "0.00", "");
        says(figure(compared, "VEHICLES"), "10.00", "10.00", "0.00", "");
        assertThat(figure(compared, "THREE_PUBLICS").at("/changes/0/kind").textValue())
                .isEqualTo("EQUAL");
        assertThat(compared.at("/years/0/standing").textValue()).isEqualTo("STATED");
        assertThat(compared.at("/years/0/sources/0/documentNumber").textValue()).isNotBlank();
        assertThat(compared.at("/years/1/standing").textValue()).isEqualTo("KEPT");
    }

    @Test
    void what_was_not_published_is_no_number_and_makes_no_change() throws Exception {
        JsonNode compared = get("", SAMPLE + "?years=2024,2025&by=function");
        JsonNode first = compared.at("/rows/0");
        assertThat(first.get("code").textValue()).isEqualTo("201");
        assertThat(first.at("/amounts/0/known").booleanValue()).isFalse();
        assertThat(first.at("/amounts/0").has("fen")).isFalse();
        assertThat(first.at("/changes/0/kind").textValue()).isEqualTo("UNKNOWN");
        assertThat(first.at("/amounts/1/known").booleanValue()).isTrue();
        JsonNode funds = get("", SAMPLE + "?years=2024,2025&by=fund");
        assertThat(funds.at("/rows/0/amounts/0/printed").textValue()).isEqualTo("3299.20");
    }

    @Test
    void every_classification_and_stage_adds_up_to_the_whole() throws Exception {
        for (String stage : new String[] {"initial", "adjusted", "executed"}) {
            for (String by : new String[] {"function", "dept", "gov", "fund", "unit", "project"}) {
                JsonNode compared = get("auditor", SAMPLE + "?years=2025&unit=yuan&stage=" + stage + "&by=" + by);
                long whole = figure(compared, "TOTAL").at("/amounts/0/fen").longValue();
                long sum = 0;
                for (JsonNode row : compared.get("rows")) {
                    sum += row.get("depth").intValue() == 1
                            ? row.at("/amounts/0/fen").longValue()
                            : 0;
                }
                assertThat(sum).as(stage + " by " + by).isEqualTo(whole).isNotZero();
            }
        }
    }

    @Test
    void final_accounts_are_not_known_before_they_are_replied_to() throws Exception {
        JsonNode compared = get("auditor", SAMPLE + "?years=2025&stage=final");
        assertThat(figure(compared, "TOTAL").at("/amounts/0/known").booleanValue())
                .isFalse();
        assertThat(compared.at("/years/0/standing").textValue()).isEqualTo("UNKNOWN");
    }

    @Test
    void the_public_sees_the_release_and_staff_the_present() throws Exception {
        String asked = SAMPLE + "?years=2025&stage=adjusted&unit=yuan";
        long released = figure(get("", asked), "TOTAL").at("/amounts/0/fen").longValue();
        long now = figure(get("finance", asked), "TOTAL").at("/amounts/0/fen").longValue();
        assertThat(released).isEqualTo(4_263_929_900L);
        assertThat(now).as("supplements came after the release").isNotEqualTo(released);
        assertThat(get("", asked).get("asReleased").toString())
                .as("which is said")
                .isEqualTo("[\"2025\"]");
        assertThat(send("", "GET", asked.substring(4), "").body()).contains("2025 年如何调整还没有公开");
        assertThat(get("finance", asked).get("asReleased")).isEmpty();
        assertThat(get("", asked.replace("adjusted", "initial")).get("asReleased"))
                .isEmpty();
        assertThat(figure(get("oneunit", asked), "TOTAL").at("/amounts/0/fen").longValue())
                .as("people of one unit are the public for the whole")
                .isEqualTo(released);
    }

    @Test
    void a_file_has_what_is_filtered_and_says_what_is_unknown() throws Exception {
        HttpResponse<String> csv = send("", "GET", "/comparison/411200-103?years=2024,2025&q=2010302&format=csv", "");
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.body())
                .contains("2010302")
                .contains("未公布")
                .contains("9647299.00")
                .doesNotContain("2080505");
        assertThat(csv.body()).contains("口径处理").contains("按各年原口径");
        HttpResponse<String> like = send("", "GET", "/comparison/411200-103?years=2024,2025&basis=like&format=csv", "");
        assertThat(like.body()).contains("同口径");
        assertThat(like.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("-like");
        assertThat(send("", "GET", "/comparison/411200-103?years=2024,2025&format=xlsx", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_asked_amiss_is_said_in_words() throws Exception {
        for (String amiss : new String[] {"stage=x", "by=x", "years=24", "basis=x", "depth=9", "sort=x", "unit=x"}) {
            HttpResponse<String> answer = send("", "GET", SAMPLE + "?" + amiss, "");
            assertThat(answer.statusCode()).as(amiss).isEqualTo(400);
            assertThat(answer.body()).as(amiss).contains("detail");
        }
        assertThat(send("", "GET", "/api/comparison/nothing", "").statusCode()).isEqualTo(404);
        assertThat(send("", "GET", SAMPLE + "?scope=999999", "").statusCode()).isEqualTo(404);
        assertThat(send("", "GET", SAMPLE + "?scope=103005", "").statusCode()).isEqualTo(200);
    }

    @Test
    void the_page_of_a_figure_tells_what_counts_at_its_stage() throws Exception {
        String page = "/comparison/411200-103/figure?level=total&year=";
        assertThat(send("auditor", "GET", page + "2025&stage=final", "").body()).contains("没有 2025 年已公布的数字");
        assertThat(send("auditor", "GET", page + "2024&stage=executed", "").body())
                .contains("没有 2024 年已公布的数字")
                .doesNotContain("32,992,000.00");
        assertThat(send("auditor", "GET", page + "2024&scope=103005", "").body())
                .doesNotContain("32,992,000.00");
    }
}
