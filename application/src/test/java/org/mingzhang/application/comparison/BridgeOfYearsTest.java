package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.ledger.testing.TestDatabase;

/** From a released year to the next one, over a merged unit, one that came and a project under another code. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BridgeOfYearsTest {
    @Parameter
    TestDatabase kind;

    private static final String BRIDGE =
            "/api/comparison/" + GardenBureau.SUBJECT + "/bridge?unit=yuan&to=2026&from=2025";
    private static final String PAGE = BRIDGE.substring("/api".length());

    private static ServedYears years;

    /** Once for each database. */
    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) throws IOException {
        years = ServedYears.start(kind, false);
        years.person("garden", Role.DEPARTMENT_FINANCE, GardenBureau.SUBJECT);
        years.person("mainunit", Role.UNIT_OFFICER, GardenBureau.SUBJECT + "/" + GardenBureau.MAIN);
        years.person("auditor", Role.AUDITOR, "411200");
        RunningApplication application = years.application();
        GardenBureau.released(application);
        GardenBureau.goesOn(application, SuccessionKind.UNIT, "208001", "209001", "虚编〔2025〕14号", "关于设立市国土绿化中心的批复");
        InventedYear.opened(application, "411200-209-2026", "市国土绿化中心")
                .unit("209001", "市国土绿化中心本级")
                .personnel("A", "209001", 520_000)
                .approved()
                .released("02-10")
                .seen();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        years.close();
    }

    private static HttpResponse<String> send(String login, String path) throws Exception {
        return years.read(login, path);
    }

    private static JsonNode get(String login, String path) throws Exception {
        return years.get(login, path);
    }

    @Test
    void everybody_reads_what_was_released_like_for_like() throws Exception {
        JsonNode bridge = get("", BRIDGE);
        assertThat(bridge.at("/from/fen").longValue()).isEqualTo(205_000_000L);
        assertThat(bridge.at("/to/fen").longValue()).isEqualTo(231_500_000L);
        assertThat(BridgeAnswers.steps(bridge))
                .isEqualTo(Map.of(
                        "REORGANISATION " + GardenBureau.CAME,
                        150_000L,
                        "NEW_PROJECT " + GardenBureau.WETLAND,
                        95_000L,
                        "ENDED_PROJECT " + GardenBureau.SHOW,
                        -80_000L,
                        "CONTINUED_PROJECT " + GardenBureau.PARK,
                        0L,
                        "CONTINUED_PROJECT " + GardenBureau.SMART_NURSERY,
                        60_000L,
                        "PERSONNEL ",
                        50_000L,
                        "OPERATING ",
                        -10_000L));
        JsonNode renamed = BridgeAnswers.step(bridge, "CONTINUED_PROJECT", GardenBureau.SMART_NURSERY);
        assertThat(renamed.get("name").textValue()).isEqualTo("智慧苗圃");
        assertThat(renamed.at("/restatedBy/0/before").textValue()).isEqualTo(GardenBureau.NURSERY);
        assertThat(renamed.at("/restatedBy/0/document/documentNumber").textValue())
                .isEqualTo("虚财预〔2025〕77号");
        assertThat(BridgeAnswers.step(bridge, "REORGANISATION", GardenBureau.CAME)
                        .at("/document/documentNumber")
                        .textValue())
                .isEqualTo("虚编〔2025〕13号");
        assertThat(BridgeAnswers.step(bridge, "CONTINUED_PROJECT", GardenBureau.PARK)
                        .get("restatedBy"))
                .isEmpty();
    }

    @Test
    void nobody_outside_is_told_of_documents_that_are_not_released_nor_of_people() throws Exception {
        assertThat(BridgeAnswers.steps(get("", BRIDGE + "&fromStage=adjusted&toStage=adjusted")))
                .as("of the adjustments nothing is released")
                .isEqualTo(BridgeAnswers.steps(get("", BRIDGE)));
        for (String language : new String[] {"zh-CN", "en"}) {
            String page = send("", PAGE + "&lang=" + language).body();
            assertThat(page)
                    .contains("智慧苗圃", "苗圃信息化", "虚财预〔2025〕77号", "虚编〔2025〕13号")
                    .doesNotContain("虚拟财务", "虚拟负责", "虚拟预算", "压减", "/execute/", "??");
        }
        String csv = send("", PAGE + "&format=csv").body();
        assertThat(csv).contains(GardenBureau.NURSERY + " → " + GardenBureau.SMART_NURSERY + " 虚财预〔2025〕77号");
        for (JsonNode step : get("", BRIDGE).get("steps")) {
            HttpResponse<String> opened = send("", step.get("page").textValue());
            assertThat(opened.statusCode()).as(step.get("page").textValue()).isEqualTo(200);
            assertThat(opened.body()).doesNotContain("虚拟财务", "/execute/", "??");
        }
        String nursery = send(
                        "",
                        BridgeAnswers.step(get("", BRIDGE), "CONTINUED_PROJECT", GardenBureau.SMART_NURSERY)
                                .get("page")
                                .textValue())
                .body();
        assertThat(nursery)
                .as("whence the year before is opened under its own code")
                .contains("code=" + GardenBureau.NURSERY);
    }

    @Test
    void its_own_people_see_adjustments_and_of_others_what_is_released() throws Exception {
        String adjusted = BRIDGE + "&fromStage=adjusted&toStage=adjusted";
        Map<String, Long> own = BridgeAnswers.steps(get("garden", adjusted));
        assertThat(own)
                .containsEntry("ENDED_PROJECT " + GardenBureau.SHOW, -60_000L)
                .containsEntry("TASK 1", 0L)
                .containsEntry("POLICY 2", -10_000L)
                .containsEntry("REORGANISATION " + GardenBureau.CAME, 150_000L);
        assertThat(BridgeAnswers.steps(get("auditor", adjusted)))
                .as("who reads the other department too")
                .containsEntry("REORGANISATION " + GardenBureau.CAME, 145_000L);
    }

    @Test
    void whoever_belongs_to_one_unit_reads_what_was_merged_into_it_as_it_was_released() throws Exception {
        String unit = BRIDGE + "&fromStage=adjusted&scope=" + GardenBureau.MAIN;
        String merged = "REORGANISATION " + GardenBureau.MERGED;
        assertThat(BridgeAnswers.steps(get("garden", unit))).containsEntry(merged, 486_000L);
        assertThat(BridgeAnswers.steps(get("mainunit", unit)))
                .containsEntry(merged, 490_000L)
                .containsEntry("ENDED_PROJECT " + GardenBureau.SHOW, -60_000L);
        assertThat(BridgeAnswers.steps(get("", unit))).containsEntry("ENDED_PROJECT " + GardenBureau.SHOW, -80_000L);
        assertThat(send("", BRIDGE + "&scope=207009").statusCode()).isEqualTo(404);
    }

    @Test
    void before_a_year_is_released_nothing_of_it_is_told() throws Exception {
        JsonNode then = get("", BRIDGE + "&asOf=2025-12-31");
        assertThat(then.get("known").booleanValue()).isFalse();
        assertThat(then.get("steps")).isEmpty();
        assertThat(then.get("lacking")).isEmpty();
        long released = 0;
        for (JsonNode movement : BridgeAnswers.step(get("", BRIDGE), "NEW_PROJECT", GardenBureau.WETLAND)
                .get("movements")) {
            released = Math.max(released, movement.get("position").longValue());
        }
        assertThat(get("", BRIDGE + "&asOf=" + released).get("known").booleanValue())
                .as("recorded, and not released yet")
                .isFalse();
        assertThat(get("", BRIDGE + "&asOf=" + released).at("/from/fen").longValue())
                .as("released long before, whichever position is asked for")
                .isEqualTo(205_000_000L);
        assertThat(send("", PAGE + "&asOf=2025-12-31").body())
                .contains("不是现在")
                .doesNotContain("智慧苗圃", GardenBureau.CAME);
    }

    @Test
    void a_figure_like_for_like_opens_its_parts_and_those_of_another_department_their_lines_there() throws Exception {
        for (String by : List.of("function", "unit", "project", "fund")) {
            String asked = "/comparison/" + GardenBureau.SUBJECT + "?unit=yuan&years=2025,2026&basis=like&by=" + by;
            String page = send("", asked).body();
            List<String> figures = BridgeAnswers.links(page, "/figure[^\"]*year=2025");
            assertThat(figures).as(by).hasSizeGreaterThan(5).allMatch(link -> link.contains("basis=like"));
            for (String link : figures) {
                HttpResponse<String> opened = send("", link);
                assertThat(opened.statusCode()).as(link).isEqualTo(200);
                assertThat(opened.body()).as(link).doesNotContain("??", "/execute/");
                for (String part : BridgeAnswers.links(opened.body(), "/figure[^\"]*scope=")) {
                    assertThat(send("", part).statusCode()).as(part).isEqualTo(200);
                }
            }
            String total = send(
                            "",
                            figures.stream()
                                    .filter(link -> link.contains("level=total"))
                                    .findFirst()
                                    .orElseThrow())
                    .body();
            assertThat(total).contains("2,200,000.00", "411200-208", "其他部门", "虚编〔2025〕13号");
            String there = send(
                            "",
                            BridgeAnswers.links(total, "411200-208/figure[^\"]*scope=" + GardenBureau.CAME)
                                    .getFirst())
                    .body();
            assertThat(there).as("its lines as that department reported them").contains("150,000.00", "120,000.00");
        }
        String adjusted = "/comparison/" + GardenBureau.SUBJECT
                + "/figure?year=2025&level=total&basis=like&years=2025,2026&stage=adjusted";
        assertThat(years.signedIn("auditor").get(adjusted).body())
                .as("what was given back there after the release")
                .contains("145,000.00");
        assertThat(years.signedIn("garden").get(adjusted).body())
                .as("who reads the other department as the public does")
                .contains("150,000.00")
                .doesNotContain("145,000.00");
    }

    @Test
    void years_of_a_whole_division_look_back_too() throws Exception {
        String division = "/comparison/411200?years=2025,2026";
        assertThat(send("", division).body()).doesNotContain("data-asof");
        assertThat(send("", division + "&asOf=2025-12-31").body()).contains("data-asof", "不是现在");
        assertThat(send("", "/comparison/" + GardenBureau.SUBJECT + "?years=2025,2026")
                        .body())
                .as("along both releases")
                .contains("data-asof-slide", "asOf=");
    }

    @Test
    void a_department_that_begins_starts_from_nothing_with_what_came() throws Exception {
        String begun = "/api/comparison/411200-209/bridge?unit=yuan&from=2025&to=2026";
        JsonNode bridge = get("", begun);
        assertThat(bridge.get("begun").booleanValue()).isTrue();
        assertThat(bridge.at("/from/fen").longValue()).isZero();
        assertThat(BridgeAnswers.steps(bridge))
                .isEqualTo(Map.of("REORGANISATION 208001", 500_000L, "PERSONNEL ", 20_000L));
        assertThat(send("", begun.substring("/api".length())).body()).contains("起点为 0");
        assertThat(get("", begun.replace("from=2025", "from=2024")).get("known").booleanValue())
                .as("where its units were then is not known either")
                .isFalse();
    }
}
