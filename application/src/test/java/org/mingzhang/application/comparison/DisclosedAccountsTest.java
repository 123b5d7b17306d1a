package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.BudgetShelf;

/** Final accounts that are disclosed are everybody's, in the years of the sample and what hangs on them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DisclosedAccountsTest {
    @Parameter
    TestDatabase kind;

    private static final String SAMPLE = "/api/comparison/411200-103?years=2024,2025,2026&unit=yuan&stage=";
    private static final String PERFORMANCE = "/budgets/411200-103-2026/performance";
    private static final Pattern LINKS = Pattern.compile("href=\"(/budgets/[^\"]+/cells/[^\"]+)\"");
    private static ServedYears years;

    /** Once for each database. */
    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) throws IOException {
        years = ServedYears.start(kind, true, RunningApplication.INVENTED_YEAR);
        years.person("finance", Role.DEPARTMENT_FINANCE, "411200-103");
        years.person("oneunit", Role.UNIT_OFFICER, "411200-103/103005");
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

    /** Of each year, or that nobody knows it. */
    private static List<String> total(JsonNode compared) {
        for (JsonNode row : compared.get("headline")) {
            if (row.get("level").textValue().equals("TOTAL")) {
                return row.get("amounts")
                        .valueStream()
                        .map(amount -> amount.get("known").booleanValue()
                                ? amount.get("fen").asText()
                                : "unknown")
                        .toList();
            }
        }
        throw new AssertionError(compared.toString());
    }

    @Test
    void everybody_compares_what_was_disclosed_and_nothing_that_was_not() throws Exception {
        for (String stage : List.of("final", "executed")) {
            List<String> own = total(get("finance", SAMPLE + stage));
            List<String> told = total(get("", SAMPLE + stage));
            assertThat(told).as(stage).isEqualTo(List.of("unknown", "unknown", own.get(2)));
            assertThat(own.get(2)).isNotIn("unknown", "0");
            assertThat(total(get("oneunit", SAMPLE + stage)))
                    .as("whoever belongs to one unit is the public for the whole")
                    .isEqualTo(told);
        }
        assertThat(total(get("", SAMPLE + "adjusted")).get(2))
                .isEqualTo(total(get("finance", SAMPLE + "adjusted")).get(2));
        assertThat(get("", SAMPLE + "adjusted").get("asReleased").toString())
                .as("of 2026 the accounts tell it")
                .isEqualTo("[\"2025\"]");
        assertThat(total(get("", SAMPLE + "initial"))).isEqualTo(total(get("finance", SAMPLE + "initial")));
    }

    @Test
    void before_the_day_and_the_position_of_the_disclosure_it_is_unknown() throws Exception {
        for (String before : List.of("&asOf=2027-09-23", "&asOf=" + (disclosed() - 1))) {
            assertThat(total(get("", SAMPLE + "final" + before)).get(2))
                    .as(before)
                    .isEqualTo("unknown");
            assertThat(total(get("", SAMPLE + "executed" + before)).get(2))
                    .as(before)
                    .isEqualTo("unknown");
            assertThat(total(get("", SAMPLE + "adjusted" + before)).get(2))
                    .as("as it was released")
                    .isEqualTo(total(get("", SAMPLE + "initial")).get(2));
        }
        List<String> known = total(get("", SAMPLE + "final"));
        assertThat(total(get("", SAMPLE + "final&asOf=2027-09-24"))).isEqualTo(known);
        assertThat(total(get("", SAMPLE + "final&asOf=" + disclosed()))).isEqualTo(known);
    }

    @Test
    void the_position_of_the_disclosure_alone_is_no_release() throws Exception {
        BudgetShelf shelf = years.application().context().getBean(BudgetShelf.class);
        BudgetId budget = BudgetId.parse("411200-103-2026");
        AsOf disclosure = new AsOf(Long.toString(disclosed()), false);
        Moment release =
                shelf.momentAmongOthers(budget, Scope.DEPARTMENT, AsOf.NOW).orElseThrow();
        assertThat(shelf.momentAmongOthers(budget, Scope.DEPARTMENT, disclosure))
                .as("the initial budget stays that of the release, with its names")
                .contains(release);
        assertThat(shelf.momentOfAccounts(budget, Scope.DEPARTMENT, disclosure)).contains(Moment.at(disclosed()));
    }

    private static long disclosed() throws Exception {
        String page =
                send("", "/comparison/411200-103?years=2025,2026&stage=final").body();
        Matcher mark = Pattern.compile("asOf=(\\d+)").matcher(page);
        TreeSet<Long> positions = new TreeSet<>();
        while (mark.find()) {
            positions.add(Long.parseLong(mark.group(1)));
        }
        return positions.last();
    }

    @Test
    void a_figure_opens_its_lines_and_the_bridge_ends_where_the_adjusted_budget_does() throws Exception {
        String figure = send("", "/comparison/411200-103/figure?year=2026&stage=final&level=total")
                .body();
        assertThat(figure).contains("1,").doesNotContain("/execute/", "??");
        String within = "/api/comparison/411200-103/bridge?from=2026&to=2026&unit=yuan";
        JsonNode bridge = get("", within);
        assertThat(bridge.at("/to/fen").asText())
                .isEqualTo(total(get("", SAMPLE + "adjusted")).get(2));
        assertThat(bridge.at("/to/fen")).isEqualTo(get("finance", within).at("/to/fen"));
        assertThat(send("", "/comparison/411200-103/bridge?from=2026&to=2026").body())
                .doesNotContain("/execute/", "??");
    }

    @Test
    void a_department_is_called_as_each_year_reported_it() throws Exception {
        String both = "/comparison/411200-103?years=2025,2026";
        JsonNode compared = get("", "/api" + both);
        assertThat(compared.get("name").textValue()).contains("2026年虚构");
        assertThat(compared.get("called").findValuesAsText("name"))
                .hasSize(2)
                .first()
                .isEqualTo("河南省三门峡市人民政府办公室");
        assertThat(send("", both).body()).contains("data-called", "各年报送名称");
        assertThat(get("", "/api/comparison/411200-103?years=2024,2025")
                        .get("name")
                        .textValue())
                .as("not as it is called in a year that is not shown")
                .isEqualTo("河南省三门峡市人民政府办公室");
        assertThat(send("", "/comparison/411200-103?years=2024,2025").body()).doesNotContain("data-called");
        assertThat(send("", "/comparison/411200-103/bridge?from=2025&to=2026").body())
                .contains("data-called");
        assertThat(send("", both + "&by=unit&lang=en").body()).contains("Reported under the names");
    }

    @Test
    void performance_and_its_explanations_tell_the_same() throws Exception {
        String page = send("", PERFORMANCE).body();
        assertThat(page).doesNotContain("/execute/", "??");
        JsonNode told = get("", "/api" + PERFORMANCE);
        JsonNode own = get("finance", "/api" + PERFORMANCE);
        for (int i = 0; i < own.get("indicators").size(); i++) {
            assertThat(told.get("indicators").get(i).get("value"))
                    .isEqualTo(own.get("indicators").get(i).get("value"));
        }
        Matcher cells = LINKS.matcher(page);
        int opened = 0;
        while (cells.find()) {
            String link = cells.group(1).replace("&amp;", "&");
            assertThat(send("", link).statusCode()).as(link).isEqualTo(200);
            opened++;
        }
        assertThat(opened).isPositive();
    }

    @Test
    void tables_stay_those_of_the_release_and_no_other_position_opens() throws Exception {
        assertThat(send("", "/budgets/411200-103-2026/tables/1").body())
                .isNotEqualTo(send("", "/budgets/411200-103-2026/tables/1?asOf=" + disclosed())
                        .body());
        assertThat(send("", "/budgets/411200-103-2026/tables/1?asOf=" + (disclosed() - 1))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("", "/budgets/411200-103-2026/tables/1?asOf=" + (disclosed() + 1))
                        .statusCode())
                .isEqualTo(404);
    }
}
