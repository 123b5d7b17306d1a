package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.ledger.testing.TestDatabase;

/** How the budget of one year becomes that of the next, with projects and units that go on under other codes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BridgeOfYearsApiTest extends ComparisonOverHttp {
    private static final long RELEASED = 4_263_929_900L;

    private static String line(String key, String category, String project, String economic, long fen) {
        return """
            {"line": "%s", "unit": "103001", "function": "2010301", "category": "%s", %s "deptEconomic": "%s",
             "fund": "GENERAL_PUBLIC", "source": "CURRENT", "appropriated": true, "amountFen": %d}\
            """.formatted(
                        key, category, project.isEmpty() ? "" : "\"project\": \"" + project + "\",", economic, fen);
    }

    @Test
    @Order(8)
    void from_year_to_year_projects_begin_end_and_go_on() throws Exception {
        JsonNode before = get("finance", "/api/comparison/411200-103?years=2025&by=project&unit=yuan");
        String goesOn = before.at("/rows/1/code").textValue();
        String next = "411200-103-2026";
        done("office", "/api/budgets", """
            {"budget": "411200-103-2026", "divisionName": "三门峡市",
             "departmentName": "三门峡市人民政府办公室", "shortName": "市人民政府办公室"}\
            """);
        String budget = "/api/budgets/" + next;
        done("finance", budget + "/units", """
            {"code": "103001", "name": "市政府办", "listedName": "本级", "nature": "ADMINISTRATIVE"}\
            """);
        for (String code : new String[] {goesOn, "41120026T000000000001"}) {
            done("finance", budget + "/projects", """
                {"code": "%s", "name": "项目 %s", "category": "SPECIFIC_PURPOSE", "unit": "103001"}\
                """.formatted(code, code));
        }
        done("finance", budget + "/lines", line("A", "PERSONNEL", "", "30101", 100_000_000));
        done("finance", budget + "/lines", line("B", "SPECIFIC_PURPOSE", goesOn, "30201", 200));
        done("finance", budget + "/lines", line("C", "SPECIFIC_PURPOSE", "41120026T000000000001", "30201", 300));

        JsonNode bridge = get("finance", BridgeAnswers.SAMPLE_BRIDGE + "?from=2025&to=2026&unit=yuan");
        BridgeAnswers.addsUp(bridge);
        assertThat(bridge.at("/from/fen").longValue()).isEqualTo(RELEASED);
        assertThat(bridge.at("/to/fen").longValue()).isEqualTo(100_000_500L);
        assertThat(BridgeAnswers.reasons(bridge))
                .contains("NEW_PROJECT", "ENDED_PROJECT", "CONTINUED_PROJECT", "PERSONNEL", "OPERATING");
        assertThat(BridgeAnswers.step(bridge, "NEW_PROJECT", "41120026T000000000001")
                        .get("fen")
                        .longValue())
                .isEqualTo(300);
        JsonNode continued = BridgeAnswers.step(bridge, "CONTINUED_PROJECT", goesOn);
        assertThat(continued.get("beforeFen").longValue())
                .isEqualTo(before.at("/rows/1/amounts/0/fen").longValue());
        assertThat(continued.get("afterFen").longValue()).isEqualTo(200);
        assertThat(signedIn("finance").get(continued.get("page").textValue()).body())
                .contains("level=project");
        JsonNode fromAdjusted =
                get("finance", BridgeAnswers.SAMPLE_BRIDGE + "?from=2025&to=2026&unit=yuan&fromStage=adjusted");
        BridgeAnswers.addsUp(fromAdjusted);
        assertThat(fromAdjusted.at("/from/fen").longValue()).isEqualTo(RELEASED + 11_000_000L);
        assertThat(get("", BridgeAnswers.SAMPLE_BRIDGE + "?from=2025&to=2026")
                        .get("known")
                        .booleanValue())
                .as("the public knows nothing of a year that is not released")
                .isFalse();
    }

    @Test
    @Order(9)
    void a_unit_that_was_merged_is_a_step_of_the_unit_that_has_it_now_and_none_of_the_department() throws Exception {
        done("office", "/api/crosswalk/411200/successions", """
            {"kind": "UNIT", "before": "103005", "after": [{"code": "103001"}], "from": "2026",
             "documentNumber": "三编〔2025〕3号", "title": "关于机构调整的批复", "issuer": "市委编办", "date": "2025-09-01"}\
            """);
        JsonNode whole = get("finance", BridgeAnswers.SAMPLE_BRIDGE + "?from=2025&to=2026&unit=yuan");
        BridgeAnswers.addsUp(whole);
        assertThat(BridgeAnswers.reasons(whole)).doesNotContain("REORGANISATION");
        JsonNode unit = get("finance", BridgeAnswers.SAMPLE_BRIDGE + "?from=2025&to=2026&unit=yuan&scope=103001");
        BridgeAnswers.addsUp(unit);
        JsonNode came = BridgeAnswers.step(unit, "REORGANISATION", "103005");
        assertThat(came.get("fen").longValue()).isPositive();
        assertThat(came.at("/document/documentNumber").textValue()).isEqualTo("三编〔2025〕3号");
    }
}
