package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.pages.Browsing;

/** Whoever looks at a budget as of an instant and follows its links, all of them, stays at that instant. */
class KeptInstantTest {
    private static final String ID = "411200-103-2025";
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final Pattern OF_BUDGET =
            Pattern.compile("/(?:api/)?(?:[a-z]+/(?:" + ID + "|411200-funds-2025)|comparison/411200-103)(?:[/?#.].*)?");
    private static final Pattern OF_YEARS = Pattern.compile("/comparison/411200-103(?:[/?#].*)?");
    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*action=\"(/[^\"]*)\".*?</form>");
    private static final Pattern WRITING =
            Pattern.compile("(?s)<form[^>]*method=\"post\"[^>]*action=\"/(?:execute|prepare|publish)/.*?</form>");
    private static final String DISABLED_WHOLE =
            "(?s)<fieldset class=\"whole\"[^>]*disabled(?:(?!</form>).)*</fieldset>\\s*</form>";

    private static final Pattern FILE =
            Pattern.compile("/api/.*|.*[?&]format=.*|[^?]*\\.(?:xlsx|csv|json)(?:\\?.*)?|.*/attachments/.*|/ledger.*");

    /** Enough for every kind of page; links of one kind differ in what they are about. */
    private static final int OF_ONE_KIND = 3;

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(data, true);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void from_tables_as_of_an_event() {
        Set<String> kinds = walk("shenji", "/budgets/" + ID + "/tables/3?basis=adjusted&asOf=165", "asOf=165");
        assertThat(kinds)
                .contains("/budgets/*", "/budgets/*/tables/#", "/budgets/*/tables/#/replayed")
                .anySatisfy(kind -> assertThat(kind).contains("/cells/"));
    }

    @Test
    void from_the_ledger_of_lines_as_of_an_event() {
        Set<String> kinds = walk("caiwu", "/execute/" + ID + "?asOf=165", "asOf=165");
        assertThat(kinds)
                .contains(
                        "/execute/*/adjustments",
                        "/execute/*/adjustments/#",
                        "/execute/*/projects",
                        "/execute/*/months",
                        "/execute/*/provisional",
                        "/execute/*/year-end",
                        "/execute/*/accounts",
                        "/execute/*/line",
                        "/prepare/*",
                        "/prepare/*/revenue",
                        "/prepare/*/targets",
                        "/prepare/*/units",
                        "/prepare/*/statements",
                        "/prepare/*/import",
                        "/prepare/*/phase",
                        "/publish/*",
                        "/budgets/*");
    }

    @Test
    void from_years_beside_each_other_as_of_an_event() {
        Set<String> kinds = walk("shenji", "/comparison/411200-103?years=2024,2025&asOf=165", "asOf=165", OF_YEARS);
        assertThat(kinds)
                .contains("/comparison/*", "/comparison/*/bridge", "/comparison/*/bridge/step", "/comparison/*/figure");
    }

    @Test
    void from_a_bridge_on_the_effective_clock() {
        String instant = "asOf=2025-06-30&clock=effective";
        Set<String> kinds =
                walk("shenji", "/comparison/411200-103/bridge?from=2025&to=2025&" + instant, instant, OF_YEARS);
        assertThat(kinds).contains("/comparison/*", "/comparison/*/bridge/step", "/comparison/*/figure");
    }

    @Test
    void on_the_effective_clock() {
        String instant = "asOf=2025-06-30&clock=effective";
        Set<String> kinds = walk("yusuan", "/execute/" + ID + "/adjustments?" + instant, instant);
        assertThat(kinds).contains("/execute/*", "/execute/*/projects", "/budgets/*", "/prepare/*/targets");
    }

    @Test
    void what_was_in_effect_by_a_day_is_what_pages_of_execution_show_too() {
        Browsing auditor = new Browsing(application.address()).as("shenji", "mingzhang-demo");
        String then = "?asOf=2025-04-30&clock=effective";
        assertThat(auditor.get("/execute/" + ID + "/adjustments" + then).body())
                .contains("/execute/" + ID + "/adjustments/2?asOf=2025-04-30&clock=effective\"")
                .doesNotContain("/execute/" + ID + "/adjustments/3?")
                .contains("按生效日期截至 2025-04-30");
        assertThat(auditor.get("/api/execution/" + ID + "/adjustments" + then).body())
                .contains("\"number\":2", "\"status\":\"effective\"")
                .doesNotContain("\"number\":4");
        assertThat(auditor.get("/api/execution/" + ID + "/lines" + then).body())
                .isNotEqualTo(auditor.get("/api/execution/" + ID + "/lines").body());
        assertThat(auditor.get("/execute/" + ID + "/adjustments/4" + then).statusCode())
                .isEqualTo(404);
        assertThat(auditor.get("/api/budgets/" + ID + then).body()).contains("\"phase\":\"distributed\"");
        assertThat(auditor.get("/api/budgets/" + ID + "?asOf=2024-12-01&clock=effective")
                        .body())
                .contains("\"phase\":\"first-down\"");
        assertThat(auditor.get("/api/budgets/" + ID + "/tables?asOf=2024-12-01&clock=effective")
                        .statusCode())
                .isEqualTo(200);
        assertThat(auditor.get("/budgets/" + ID + "?asOf=2019-01-01").body()).contains("还不存在");
    }

    @Test
    void nothing_is_written_in_the_past() {
        for (String login : List.of("caiwu", "fuzeren", "yusuan", "baomi")) {
            Browsing reader = new Browsing(application.address()).as(login, "mingzhang-demo");
            for (String page : List.of(
                    "/execute/" + ID + "/adjustments/4",
                    "/execute/" + ID + "/line?key=54",
                    "/execute/" + ID + "/year-end",
                    "/execute/" + ID + "/accounts",
                    "/execute/" + ID + "/adjustments/new",
                    "/execute/" + ID + "/projects/41120025000000045201/adjustment",
                    "/prepare/" + ID + "/comparatives",
                    "/prepare/" + ID + "/phase",
                    "/publish/" + ID)) {
                String body = reader.get(page + (page.contains("?") ? "&" : "?") + "asOf=162")
                        .body();
                assertThat(body).as(login + page).contains("不是现在");
                Matcher form = WRITING.matcher(body.replaceAll(DISABLED_WHOLE, "</form>")
                        .replaceAll("(?s)<fieldset[^>]*disabled.*?</fieldset>", ""));
                while (form.find()) {
                    assertThat(form.group()).as(login + page).doesNotContain("<button");
                }
            }
        }
    }

    /** Follows the links; answers the kinds of pages that were seen. */
    private static Set<String> walk(String login, String from, String instant) {
        return walk(login, from, instant, OF_BUDGET);
    }

    /** @param followed links that are; of all others it is only seen that they take the instant along */
    private static Set<String> walk(String login, String from, String instant, Pattern followed) {
        Browsing reader = new Browsing(application.address()).as(login, "mingzhang-demo");
        Deque<String> waiting = new ArrayDeque<>(List.of(from));
        Set<String> known = new HashSet<>(List.of(kind(from)));
        List<String> seen = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String page = waiting.remove();
            HttpResponse<String> answer = reader.get(page);
            assertThat(answer.statusCode()).as(page).isIn(200, 302);
            String body = answer.statusCode() == 302
                    ? "<a href=\""
                            + answer.headers()
                                    .firstValue("Location")
                                    .orElseThrow()
                                    .replaceFirst("https?://[^/]*", "") + "\">"
                    : answer.body();
            if (answer.statusCode() == 200) {
                assertThat(body).as(page).containsAnyOf("不是现在", "总是显示现在", "replayed");
                forms(page, body);
            }
            seen.add(kind(page));
            for (String link : links(body)) {
                assertThat(link).as("on " + page).contains("asOf=");
                if (link.contains(instant)
                        && followed.matcher(link).matches()
                        && !link.contains("lang=")
                        && !FILE.matcher(link).matches()
                        && fresh(known, kind(link))) {
                    waiting.add(link);
                }
            }
        }
        assertThat(seen).as("pages").hasSizeGreaterThan(10);
        return new TreeSet<>(seen);
    }

    private static boolean fresh(Set<String> known, String kind) {
        for (int i = 0; i < OF_ONE_KIND; i++) {
            if (known.add(i == 0 ? kind : kind + i)) {
                return true;
            }
        }
        return false;
    }

    /** An address without what it is about. */
    private static String kind(String address) {
        return address.replaceFirst("[?#].*", "")
                .replaceAll(ID + "|411200-funds-2025|(?<=/comparison/)411200-103", "*")
                .replaceAll("/\\d+(?=/|$)", "/#")
                .replaceAll("/cells/.*", "/cells/")
                .replaceAll("/projects/[0-9A-Z]+", "/projects/#");
    }

    /** Those to the budget, but for the one that leads back to now and those that compare instants of their own. */
    private static List<String> links(String body) {
        String others = body.replaceAll("(?s)<p class=\"asof-now\".*?</p>", "");
        Matcher link = LINK.matcher(others);
        List<String> links = new ArrayList<>();
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&");
            if (OF_BUDGET.matcher(address).matches() && !address.contains("/difference")) {
                links.add(address);
            }
        }
        return links;
    }

    /** A form that asks takes the instant along once; the bar has a field for it. */
    private static void forms(String page, String body) {
        Matcher form = FORM.matcher(body);
        while (form.find()) {
            if (form.group().contains("method=\"get\"")
                    && OF_BUDGET.matcher(form.group(1)).matches()) {
                assertThat(form.group().split("name=\"asOf\"", -1))
                        .as(page + form.group())
                        .hasSize(2);
            }
        }
    }
}
