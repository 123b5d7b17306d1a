package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.testing.TestDatabase;

/** Three years of departments in which units merge, split and come back, projects go on again and again, codes are parted. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ManyYearsTest {
    @Parameter
    TestDatabase kind;

    private static final String YEARS = "years=2025,2026,2027&unit=yuan";
    private static final List<String> BY = List.of("function", "dept", "gov", "fund", "unit", "project");
    private static final String SUCCESSIONS = "/api/crosswalk/411200/successions";

    private static ServedYears years;

    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) throws Exception {
        years = ServedYears.start(kind, false);
        years.person("office", Role.BUDGET_OFFICE, "411200");
        years.person("own", Role.DEPARTMENT_FINANCE, "411200-301");
        ThreeYears.of(years.application());
        recorded("UNIT", "301002", "2026", "{\"code\": \"301001\"}");
        recorded("UNIT", "301001", "2026", """
            {"code": "301001", "percent": "60"}, {"code": "301003", "percent": "40"}\
            """);
        recorded("UNIT", "301003", "2027", "{\"code\": \"301001\"}");
        recorded("PROJECT", ThreeYears.FIRST, "2026", "{\"code\": \"" + ThreeYears.SECOND + "\"}");
        recorded("PROJECT", ThreeYears.SECOND, "2027", "{\"code\": \"" + ThreeYears.THIRD + "\"}");
        recorded("DEPT_ECONOMIC", "30201", "2027", """
            {"code": "30202", "percent": "33.33"}, {"code": "30299", "percent": "66.67"}\
            """);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        years.close();
    }

    private static void recorded(String kind, String before, String from, String after) throws Exception {
        assertThat(send(kind, before, from, after)).contains("201 ");
    }

    private static String send(String kind, String before, String from, String after)
            throws IOException, InterruptedException {
        var answer = years.send("office", "POST", SUCCESSIONS, """
            {"kind": "%s", "before": "%s", "from": "%s", "after": [%s], "documentNumber": "三编〔2025〕3号",
             "title": "关于调整的批复", "issuer": "市委编办", "date": "2025-09-01"}\
            """.formatted(kind, before, from, after));
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void every_sum_adds_up_and_like_for_like_neither_gains_nor_loses() throws Exception {
        for (String subject : List.of("411200-301", "411200-302", "411200-301,411200-302", "411200")) {
            for (String stage : List.of("initial", "adjusted")) {
                List<Long> reported = ComparedAnswers.totals(
                        years.get("", "/api/comparison/" + subject + "?" + YEARS + "&stage=" + stage));
                for (String by : BY) {
                    for (String basis : List.of("reported", "like")) {
                        String asked = "/api/comparison/" + subject + "?" + YEARS + "&by=" + by + "&basis=" + basis
                                + "&stage=" + stage + "&depth=3";
                        JsonNode compared = years.get("", asked);
                        assertThat(ComparedAnswers.totals(compared)).as(asked).isEqualTo(reported);
                        ComparedAnswers.addsUp(compared, asked);
                    }
                }
            }
        }
    }

    @Test
    void a_unit_that_was_merged_split_and_merged_back_is_told_under_what_it_is_now() throws Exception {
        JsonNode like = years.get("", "/api/comparison/411200-301?" + YEARS + "&by=unit&basis=like");
        assertThat(ComparedAnswers.row(like, "301001", 0))
                .isEqualTo(ComparedAnswers.totals(like).getFirst());
        assertThat(ComparedAnswers.row(like, "301001", 1))
                .isEqualTo(ComparedAnswers.totals(like).get(1));
        JsonNode two = years.get("", "/api/comparison/411200-301?years=2025,2026&unit=yuan&by=unit&basis=like");
        long whole = ComparedAnswers.totals(two).getFirst();
        assertThat(ComparedAnswers.row(two, "301001", 0) + ComparedAnswers.row(two, "301003", 0))
                .isEqualTo(whole);
        assertThat(ComparedAnswers.row(two, "301003", 0))
                .as("forty per cent, to the fen")
                .isEqualTo(whole * 40 / 100);
        assertThat(ComparedAnswers.row(two, "301002", 0)).isZero();
    }

    @Test
    void a_chain_of_names_and_a_code_that_became_two_are_followed_to_the_end() throws Exception {
        JsonNode projects = years.get("", "/api/comparison/411200-301?" + YEARS + "&by=project&basis=like");
        assertThat(Stream.of(0, 1, 2)
                        .map(year -> ComparedAnswers.row(projects, ThreeYears.THIRD, year))
                        .toList())
                .containsExactly(10_000_000L, 12_000_000L, 13_000_000L);
        JsonNode codes = years.get("", "/api/comparison/411200-301?" + YEARS + "&by=dept&basis=like&depth=2");
        assertThat(ComparedAnswers.row(codes, "30201", 0)).isZero();
        assertThat(ComparedAnswers.row(codes, "30202", 0)).isEqualTo(1_666_500L);
        assertThat(ComparedAnswers.row(codes, "30299", 0)).isEqualTo(3_333_500L);
    }

    @Test
    void the_bridge_over_all_of_it_adds_up() throws Exception {
        for (String asked :
                List.of("from=2025&to=2027", "from=2025&to=2026", "from=2026&to=2027", "from=2027&to=2025")) {
            var answer = years.read("", "/api/comparison/411200-301/bridge?unit=yuan&" + asked);
            if (asked.equals("from=2027&to=2025")) {
                assertThat(answer.statusCode()).as("backwards").isEqualTo(400);
                continue;
            }
            JsonNode bridge = years.get("", "/api/comparison/411200-301/bridge?unit=yuan&" + asked);
            BridgeAnswers.addsUp(bridge);
            assertThat(BridgeAnswers.reasons(bridge))
                    .as(asked)
                    .doesNotContain("REORGANISATION", "NEW_PROJECT", "ENDED_PROJECT");
            assertThat(years.read("", "/comparison/411200-301/bridge?" + asked + "&lang=en")
                            .body())
                    .doesNotContain("??");
        }
        for (String unit : List.of("301001", "301003")) {
            BridgeAnswers.addsUp(
                    years.get("", "/api/comparison/411200-301/bridge?unit=yuan&from=2025&to=2026&scope=" + unit));
        }
    }

    @Test
    void files_have_what_the_page_has() throws Exception {
        for (String by : BY) {
            for (String basis : List.of("reported", "like")) {
                String asked = "?" + YEARS + "&by=" + by + "&basis=" + basis + "&depth=3";
                JsonNode compared = years.get("", "/api/comparison/411200-301" + asked);
                String page = years.read("", "/comparison/411200-301" + asked).body();
                List<String> csv = years.read("", "/comparison/411200-301" + asked + "&format=csv")
                        .body()
                        .lines()
                        .toList();
                for (JsonNode row : compared.get("rows")) {
                    for (int year = 0; year < 3; year++) {
                        String amount = row.at("/amounts/" + year + "/printed").textValue();
                        String of = "," + row.get("code").textValue().replace("-", "") + ",";
                        String column = "," + (2025 + year) + ",";
                        assertThat(csv)
                                .as(asked + of + column + amount)
                                .anyMatch(line -> line.contains(of)
                                        && line.contains(column)
                                        && line.contains("," + amount + ","));
                        if (ComparedAnswers.fen(row.at("/amounts/" + year)) != 0) {
                            assertThat(page).contains(grouped(amount));
                        }
                    }
                }
            }
        }
    }

    @Test
    void every_number_of_a_page_opens_its_explanation() throws Exception {
        for (String asked : List.of(
                "/comparison/411200-301?years=2025,2026&by=unit&basis=like",
                "/comparison/411200-301,411200-302?years=2025,2026&by=project",
                "/comparison/411200?years=2025,2027&by=dept&depth=2&basis=like")) {
            String page = years.read("", asked).body();
            assertThat(page.replaceAll("(?s)<svg.*?</svg>", ""))
                    .as("no amount and no percentage stands for itself")
                    .doesNotContainPattern("<td class=\"num[^>]*>(<!--.*?-->)?[^<]*\\d");
            List<String> links = BridgeAnswers.links(page, "/figure[^\"]*");
            assertThat(links).hasSizeGreaterThan(20);
            for (String link : links.stream().distinct().toList()) {
                String opened = years.read("", link).body();
                assertThat(opened).as(link).contains("<h1>").doesNotContain("??");
                assertThat(opened.contains("data-arithmetic")).as(link).isEqualTo(link.contains("explain=true"));
            }
        }
    }

    private static String grouped(String amount) {
        return String.format(Locale.ROOT, "%,.2f", new BigDecimal(amount));
    }

    @Test
    void what_would_loop_overlap_lose_money_or_lead_nowhere_is_refused_and_changes_nothing() throws Exception {
        String before = years.get("office", "/api/crosswalk/411200").toString();
        assertThat(send("UNIT", "301001", "2026", "{\"code\": \"301002\"}"))
                .startsWith("4")
                .contains("succession");
        assertThat(send("UNIT", "302001", "2027", "{\"code\": \"302002\", \"percent\": \"99.99\"}"))
                .contains("shares-do-not-sum");
        assertThat(send("UNIT", "302001", "2027", "{\"code\": \"309909\"}"))
                .startsWith("422")
                .contains("309909");
        assertThat(send("UNIT", "301002", "2027", "{\"code\": \"302001\"}"))
                .startsWith("4")
                .contains("301002");
        assertThat(years.get("office", "/api/crosswalk/411200").toString()).isEqualTo(before);
    }

    @Test
    void years_come_in_any_order_once_and_also_when_nobody_has_them() throws Exception {
        JsonNode compared = years.get("", "/api/comparison/411200-301?years=2027,1999,2025,2027&unit=yuan");
        List<String> shown = new ArrayList<>();
        compared.get("years").forEach(year -> shown.add(year.get("year").textValue()));
        assertThat(shown).containsExactly("1999", "2025", "2027");
        assertThat(compared.at("/headline/0/amounts/0/known").booleanValue()).isFalse();
        assertThat(compared.at("/headline/0/changes/0/kind").textValue()).isEqualTo("UNKNOWN");
        assertThat(compared.at("/headline/0/changes/1/kind").textValue()).isNotEqualTo("UNKNOWN");
    }

    @Test
    void a_row_that_had_nothing_before_has_no_percentage() throws Exception {
        JsonNode compared = years.get("", "/api/comparison/411200-302?" + YEARS + "&by=project");
        for (JsonNode row : compared.get("rows")) {
            if (row.get("code").textValue().equals(ThreeYears.NEW)) {
                assertThat(ComparedAnswers.fen(row.at("/amounts/0"))).isZero();
                assertThat(row.at("/changes/0/kind").textValue()).isEqualTo("MORE");
                assertThat(row.at("/changes/0/percent").isMissingNode()).isTrue();
                return;
            }
        }
        throw new AssertionError(compared.toString());
    }
}
