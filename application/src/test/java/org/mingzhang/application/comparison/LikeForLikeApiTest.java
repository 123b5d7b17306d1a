package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.testing.TestDatabase;

/** Earlier years under the units of the last one, once it is recorded how units go on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LikeForLikeApiTest extends ComparisonOverHttp {
    private static long ofUnit(JsonNode compared, String code) {
        for (JsonNode row : compared.get("rows")) {
            if (row.get("code").textValue().equals(code)) {
                return row.at("/amounts/0/fen").longValue();
            }
        }
        throw new AssertionError("no " + code + " in " + compared);
    }

    private static String merger(String before, String after, String from) {
        return """
            {"kind": "UNIT", "before": "%s", "after": [{"code": "%s"}], "from": "%s",
             "documentNumber": "三编〔2025〕4号", "title": "关于机构调整的批复", "issuer": "市委编办", "date": "2025-09-01", "declared": "true"}\
            """.formatted(before, after, from);
    }

    @Test
    @Order(9)
    void a_budget_of_the_next_year_is_drafted() throws Exception {
        assertThat(send("office", "POST", "/api/budgets", """
            {"budget": "411200-103-2026", "divisionName": "三门峡市",
             "departmentName": "三门峡市人民政府办公室", "shortName": "市人民政府办公室"}\
            """).statusCode()).isEqualTo(201);
    }

    @Test
    @Order(10)
    void a_merger_is_recorded_and_earlier_years_are_told_like_for_like() throws Exception {
        String merger = """
            {"kind": "UNIT", "before": "103005", "after": [{"code": "103001"}], "from": "2026",
             "documentNumber": "三编〔2025〕3号", "title": "关于机构调整的批复", "issuer": "市委编办", "date": "2025-09-01", "declared": "true"}\
            """;
        String successions = "/api/crosswalk/411200/successions";
        assertThat(send("finance", "POST", successions, merger).statusCode()).isEqualTo(403);
        assertThat(send("office", "POST", successions, merger).statusCode()).isEqualTo(201);
        HttpResponse<String> back = send(
                "office",
                "POST",
                successions,
                merger.replace("103005", "X").replace("103001", "103005").replace("\"X\"", "\"103001\""));
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.body()).contains("succession-loops").contains("103001 → 103005 → 103001");
        HttpResponse<String> lossy = send(
                "office",
                "POST",
                successions,
                merger.replace("103005", "103004")
                        .replace("[{\"code\": \"103001\"}]", "[{\"code\": \"103001\", \"percent\": \"60\"}]"));
        assertThat(lossy.body()).contains("shares-do-not-sum").contains("60.00%");

        String asked = SAMPLE + "?years=2025,2026&by=unit&unit=yuan";
        JsonNode reported = get("finance", asked);
        JsonNode like = get("finance", asked + "&basis=like");
        assertThat(reported.get("rows").toString()).contains("103005");
        assertThat(like.get("rows").toString()).doesNotContain("103005");
        assertThat(figure(like, "TOTAL").at("/amounts/0/fen").longValue())
                .isEqualTo(figure(reported, "TOTAL").at("/amounts/0/fen").longValue());
        assertThat(like.at("/restatedBy/0/before").textValue()).isEqualTo("103005");
        JsonNode outside = get("", asked + "&basis=like");
        assertThat(outside.get("restatedBy"))
                .as("2026 is being drafted, and what makes a difference then is told to nobody outside")
                .isEmpty();
        assertThat(outside.get("rows").toString()).contains("103005");
        String mine = SAMPLE + "?years=2025,2026&unit=yuan&stage=executed&scope=";
        assertThat(total("finance", mine + "103001&basis=like"))
                .isEqualTo(total("finance", mine + "103001") + total("finance", mine + "103005"));
        assertThat(figure(get("mainunit", mine + "103005"), "TOTAL")
                        .at("/amounts/0/known")
                        .booleanValue())
                .as("what another unit spends is unknown until final accounts disclose it")
                .isFalse();
        assertThat(get("mainunit", mine + "103001&basis=like").get("lacking").toString())
                .as("and that is said where it would belong")
                .contains("411200-103-2025");
        String budgeted = mine.replace("executed", "adjusted");
        assertThat(total("mainunit", budgeted + "103001&basis=like"))
                .as("as far as it is released")
                .isEqualTo(total("mainunit", budgeted + "103001") + total("mainunit", budgeted + "103005"));
        assertThat(get("auditor", "/api/crosswalk/411200")
                        .at("/successions/0/documentNumber")
                        .textValue())
                .isEqualTo("三编〔2025〕3号");
        assertThat(send("office", "POST", successions + "/1/withdrawal", "{\"reason\": \"作废\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("finance", asked + "&basis=like").get("rows").toString()).contains("103005");
        aSplitThatKeepsItsCodeIsToldUnderBoth(successions, merger, asked);
    }

    private static void aSplitThatKeepsItsCodeIsToldUnderBoth(String successions, String merger, String asked)
            throws Exception {
        String split = merger.replace(
                "[{\"code\": \"103001\"}]",
                "[{\"code\": \"103005\", \"percent\": \"60\"}, {\"code\": \"103009\", \"percent\": \"40\"}]");
        assertThat(send("office", "POST", successions, split).statusCode()).isEqualTo(201);
        JsonNode reported = get("finance", asked);
        JsonNode like = get("finance", asked + "&basis=like");
        long before = ofUnit(reported, "103005");
        assertThat(ofUnit(like, "103005")).isCloseTo(before * 6 / 10, within(100L));
        assertThat(ofUnit(like, "103005") + ofUnit(like, "103009")).isEqualTo(before);
        assertThat(figure(like, "TOTAL").at("/amounts/0/fen").longValue())
                .isEqualTo(figure(reported, "TOTAL").at("/amounts/0/fen").longValue());
        assertThat(send("office", "POST", successions + "/2/withdrawal", "{\"reason\": \"作废\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(11)
    void a_department_that_begins_is_compared_with_where_its_units_were() throws Exception {
        assertThat(send("office", "POST", "/api/budgets", """
            {"budget": "411200-105-2026", "divisionName": "三门峡市",
             "departmentName": "三门峡市数据局", "shortName": "市数据局"}\
            """).statusCode()).isEqualTo(201);
        assertThat(send("office", "POST", "/api/crosswalk/411200/successions", merger("103005", "105001", "2026"))
                        .statusCode())
                .isEqualTo(201);
        String asked = "/api/comparison/411200-105?years=2025,2026&unit=yuan&by=unit";
        assertThat(get("office", asked).at("/years/0/standing").textValue()).isEqualTo("UNKNOWN");
        JsonNode like = get("office", asked + "&basis=like");
        assertThat(like.at("/years/0/standing").textValue()).isEqualTo("KEPT");
        assertThat(like.at("/years/0/missing").intValue()).isZero();
        assertThat(like.at("/rows/0/code").textValue()).isEqualTo("105001");
        assertThat(figure(like, "TOTAL").at("/amounts/0/fen").longValue())
                .isEqualTo(total("office", SAMPLE + "?years=2025&unit=yuan&scope=103005"));
        assertThat(like.get("lacking")).isEmpty();
        assertThat(send("office", "POST", "/api/crosswalk/411200/successions", merger("104001", "105001", "2026"))
                        .statusCode())
                .isEqualTo(201);
        JsonNode own = get("newly", asked + "&basis=like");
        assertThat(own.get("lacking").toString()).isEqualTo("[\"411200-104-2025\"]");
        assertThat(total("newly", asked + "&basis=like"))
                .as("what is released of another department is read by everybody")
                .isEqualTo(total("", SAMPLE + "?years=2025&unit=yuan&scope=103005"));
    }
}
