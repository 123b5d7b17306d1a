package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;

/** From a released year to the next one, over a merged unit, one that came and a project under another code. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BridgeOfYearsTest {
    @Parameter
    TestDatabase kind;

    private static final String PASSWORD = "a long password";
    private static final String BRIDGE =
            "/api/comparison/" + GardenBureau.SUBJECT + "/bridge?unit=yuan&to=2026&from=2025";
    private static final String PAGE = BRIDGE.substring("/api".length());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static OpenDatabase database;
    private static RunningApplication application;

    /** Once for each database. */
    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) throws IOException {
        database = kind.open();
        application = RunningApplication.start(
                Files.createTempDirectory("mingzhang-bridge-of-years"),
                false,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + (kind == TestDatabase.H2 ? "sa" : "postgres"),
                "--spring.datasource.password=" + (kind == TestDatabase.H2 ? "" : "postgres"));
        person("garden", Role.DEPARTMENT_FINANCE, GardenBureau.SUBJECT);
        person("mainunit", Role.UNIT_OFFICER, GardenBureau.SUBJECT + "/" + GardenBureau.MAIN);
        person("auditor", Role.AUDITOR, "411200");
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
        application.close();
        database.close();
    }

    private static void person(String login, Role role, String scope) {
        application
                .context()
                .getBean(AccountDirectory.class)
                .create(new NewAccount(login, login, Set.of(role), scope), PASSWORD);
    }

    private static HttpResponse<String> send(String login, String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address() + path));
        if (!login.isEmpty()) {
            String basic =
                    Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode get(String login, String path) throws Exception {
        HttpResponse<String> answer = send(login, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** By reason and key in 元, after it is sure that they add up. */
    private static Map<String, Long> steps(JsonNode bridge) {
        Map<String, Long> steps = new TreeMap<>();
        long sum = 0;
        for (JsonNode step : bridge.get("steps")) {
            sum += step.get("fen").longValue();
            steps.put(
                    step.get("reason").textValue() + " " + step.get("key").textValue(),
                    step.get("fen").longValue() / 100);
        }
        assertThat(sum).isEqualTo(bridge.get("changeFen").longValue());
        return steps;
    }

    private static JsonNode step(JsonNode bridge, String reason, String key) {
        for (JsonNode step : bridge.get("steps")) {
            if (step.get("reason").textValue().equals(reason)
                    && step.get("key").textValue().equals(key)) {
                return step;
            }
        }
        throw new AssertionError("no " + reason + " " + key + " in " + bridge);
    }

    @Test
    void everybody_reads_what_was_released_like_for_like() throws Exception {
        JsonNode bridge = get("", BRIDGE);
        assertThat(bridge.at("/from/fen").longValue()).isEqualTo(205_000_000L);
        assertThat(bridge.at("/to/fen").longValue()).isEqualTo(231_500_000L);
        assertThat(steps(bridge))
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
        JsonNode renamed = step(bridge, "CONTINUED_PROJECT", GardenBureau.SMART_NURSERY);
        assertThat(renamed.get("name").textValue()).isEqualTo("智慧苗圃");
        assertThat(renamed.at("/restatedBy/0/before").textValue()).isEqualTo(GardenBureau.NURSERY);
        assertThat(renamed.at("/restatedBy/0/document/documentNumber").textValue())
                .isEqualTo("虚财预〔2025〕77号");
        assertThat(step(bridge, "REORGANISATION", GardenBureau.CAME)
                        .at("/document/documentNumber")
                        .textValue())
                .isEqualTo("虚编〔2025〕13号");
        assertThat(step(bridge, "CONTINUED_PROJECT", GardenBureau.PARK).get("restatedBy"))
                .isEmpty();
    }

    @Test
    void nobody_outside_is_told_of_documents_that_are_not_released_nor_of_people() throws Exception {
        assertThat(steps(get("", BRIDGE + "&fromStage=adjusted&toStage=adjusted")))
                .as("of the adjustments nothing is released")
                .isEqualTo(steps(get("", BRIDGE)));
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
                        step(get("", BRIDGE), "CONTINUED_PROJECT", GardenBureau.SMART_NURSERY)
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
        Map<String, Long> own = steps(get("garden", adjusted));
        assertThat(own)
                .containsEntry("ENDED_PROJECT " + GardenBureau.SHOW, -60_000L)
                .containsEntry("TASK 1", 0L)
                .containsEntry("POLICY 2", -10_000L)
                .containsEntry("REORGANISATION " + GardenBureau.CAME, 150_000L);
        assertThat(steps(get("auditor", adjusted)))
                .as("who reads the other department too")
                .containsEntry("REORGANISATION " + GardenBureau.CAME, 145_000L);
    }

    @Test
    void whoever_belongs_to_one_unit_reads_what_was_merged_into_it_as_it_was_released() throws Exception {
        String unit = BRIDGE + "&fromStage=adjusted&scope=" + GardenBureau.MAIN;
        String merged = "REORGANISATION " + GardenBureau.MERGED;
        assertThat(steps(get("garden", unit))).containsEntry(merged, 486_000L);
        assertThat(steps(get("mainunit", unit)))
                .containsEntry(merged, 490_000L)
                .containsEntry("ENDED_PROJECT " + GardenBureau.SHOW, -60_000L);
        assertThat(steps(get("", unit))).containsEntry("ENDED_PROJECT " + GardenBureau.SHOW, -80_000L);
        assertThat(send("", BRIDGE + "&scope=207009").statusCode()).isEqualTo(404);
    }

    @Test
    void before_a_year_is_released_nothing_of_it_is_told() throws Exception {
        JsonNode then = get("", BRIDGE + "&asOf=2025-12-31");
        assertThat(then.get("known").booleanValue()).isFalse();
        assertThat(then.get("steps")).isEmpty();
        assertThat(then.get("lacking")).isEmpty();
        long released = 0;
        for (JsonNode movement :
                step(get("", BRIDGE), "NEW_PROJECT", GardenBureau.WETLAND).get("movements")) {
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

    private static List<String> links(String page, String part) {
        List<String> found = new ArrayList<>();
        Matcher links = Pattern.compile("href=\"(/comparison/[^\"]*" + part + "[^\"]*)\"")
                .matcher(page);
        while (links.find()) {
            found.add(links.group(1).replace("&amp;", "&"));
        }
        return found;
    }

    @Test
    void a_figure_like_for_like_opens_its_parts_and_those_of_another_department_their_lines_there() throws Exception {
        for (String by : List.of("function", "unit", "project", "fund")) {
            String asked = "/comparison/" + GardenBureau.SUBJECT + "?unit=yuan&years=2025,2026&basis=like&by=" + by;
            String page = send("", asked).body();
            List<String> figures = links(page, "/figure[^\"]*year=2025");
            assertThat(figures).as(by).hasSizeGreaterThan(5).allMatch(link -> link.contains("basis=like"));
            for (String link : figures) {
                HttpResponse<String> opened = send("", link);
                assertThat(opened.statusCode()).as(link).isEqualTo(200);
                assertThat(opened.body()).as(link).doesNotContain("??", "/execute/");
                for (String part : links(opened.body(), "/figure[^\"]*scope=")) {
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
                            links(total, "411200-208/figure[^\"]*scope=" + GardenBureau.CAME)
                                    .getFirst())
                    .body();
            assertThat(there).as("its lines as that department reported them").contains("150,000.00", "120,000.00");
        }
        String adjusted = "/comparison/" + GardenBureau.SUBJECT
                + "/figure?year=2025&level=total&basis=like&years=2025,2026&stage=adjusted";
        assertThat(browsing("auditor").get(adjusted).body())
                .as("what was given back there after the release")
                .contains("145,000.00");
        assertThat(browsing("garden").get(adjusted).body())
                .as("who reads the other department as the public does")
                .contains("150,000.00")
                .doesNotContain("145,000.00");
    }

    private static Browsing browsing(String login) {
        return new Browsing(application.address()).as(login, PASSWORD);
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
        assertThat(steps(bridge)).isEqualTo(Map.of("REORGANISATION 208001", 500_000L, "PERSONNEL ", 20_000L));
        assertThat(send("", begun.substring("/api".length())).body()).contains("起点为 0");
        assertThat(get("", begun.replace("from=2025", "from=2024")).get("known").booleanValue())
                .as("where its units were then is not known either")
                .isFalse();
    }
}
