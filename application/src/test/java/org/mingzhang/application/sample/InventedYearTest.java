package org.mingzhang.application.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.bench.SampleFacts;
import org.mingzhang.application.pages.Browsing;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.mingzhang.query.controls.WholeLog;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableCatalogue;
import org.mingzhang.query.disclosure.Tabulator;
import org.mingzhang.query.export.TableCsv;

/** The invented year beside the real one: figures worked out by hand from the sheets and the rules of their execution. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // JUnit sets them before the first test
class InventedYearTest {
    private static final String COMPARED = "/api/comparison/411200-103?years=";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameter
    TestDatabase kind;

    private static OpenDatabase database;
    private static RunningApplication application;
    private static Browsing anybody;
    private static Browsing staff;

    /** Once for each database. */
    @BeforeParameterizedClassInvocation
    static void start(TestDatabase kind) throws IOException {
        database = kind.open();
        application = RunningApplication.start(
                Files.createTempDirectory("mingzhang-invented"),
                true,
                RunningApplication.INVENTED_YEAR,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + (kind == TestDatabase.H2 ? "sa" : "postgres"),
                "--spring.datasource.password=" + (kind == TestDatabase.H2 ? "" : "postgres"));
        anybody = new Browsing(application.address());
        staff = new Browsing(application.address()).as("caiwu", "mingzhang-demo");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        application.close();
        database.close();
    }

    @Test
    void the_tables_of_the_real_year_are_the_same_to_the_fen() {
        for (var template : TableCatalogue.shipped().templates()) {
            String printed = new String(
                    TableCsv.write(
                            Tabulator.fill(template, SampleFacts.facts(), Scope.DEPARTMENT), AmountUnit.WAN_YUAN),
                    StandardCharsets.UTF_8);
            assertThat(anybody.get("/api/budgets/411200-103-2025/tables/" + template.number() + ".csv")
                            .body())
                    .as("table %s", template.number())
                    .isEqualTo(printed);
        }
    }

    @Test
    void the_public_reads_three_years_beside_each_other() throws IOException {
        JsonNode total = get(anybody, COMPARED + "2024,2025,2026").at("/headline/0");

        assertThat(printed(total)).containsExactly("3299.20", "4263.93", "4368.33");
        assertThat(total.at("/changes/0/delta").asText()).isEqualTo("964.73");
        assertThat(total.at("/changes/0/percent").asText()).isEqualTo("29.24");
        assertThat(total.at("/changes/1/delta").asText()).isEqualTo("104.40");
        assertThat(total.at("/changes/1/percent").asText()).isEqualTo("2.45");
    }

    @Test
    void every_function_and_its_change() throws IOException {
        JsonNode compared = get(anybody, COMPARED + "2025,2026&depth=3");

        says(compared, "2010301", 23_322_300, 23_311_300, "-1.10", "0.05");
        says(compared, "2010302", 5_972_300, 7_217_300, "124.50", "20.85");
        says(compared, "2010350", 1_626_050, 1_224_050, "-40.20", "24.72");
        says(compared, "2010399", 578_000, 600_000, "2.20", "3.81");
        says(compared, "2080501", 4_761_150, 4_911_150, "15.00", "3.15");
        says(compared, "2080505", 2_640_200, 2_670_200, "3.00", "1.14");
        says(compared, "2101101", 1_225_100, 1_225_100, "0.00", "");
        says(compared, "2101102", 227_699, 227_699, "0.00", "");
        says(compared, "2210201", 2_286_500, 2_296_500, "1.00", "0.44");
    }

    @Test
    void a_unit_that_was_merged_is_told_as_reported_and_like_for_like() throws IOException {
        JsonNode reported = get(anybody, COMPARED + "2025,2026&by=unit");
        JsonNode like = get(anybody, COMPARED + "2025,2026&by=unit&basis=like");

        says(reported, "103001", 40_282_349, 42_606_349, "232.40", "5.77");
        says(reported, "103003", 1_076_950, 1_076_950, "0.00", "");
        says(reported, "103005", 1_280_000, 0, "-128.00", "100.00");
        says(like, "103001", 41_562_349, 42_606_349, "104.40", "2.51");
        says(like, "103003", 1_076_950, 1_076_950, "0.00", "");
        nothingOf(like, "103005");
        assertThat(documents(like)).containsExactly("三编〔2025〕21号");
    }

    @Test
    void a_project_that_goes_on_under_another_name_is_one_project_like_for_like() throws IOException {
        String before = "411200240000000191203";
        String after = "411200260000000000002";
        JsonNode reported = get(anybody, COMPARED + "2025,2026&by=project");
        JsonNode like = get(anybody, COMPARED + "2025,2026&by=project&basis=like");

        says(reported, before, 578_000, 0, "-57.80", "100.00");
        says(reported, after, 0, 600_000, "60.00", "");
        says(like, after, 578_000, 600_000, "2.20", "3.81");
        nothingOf(like, before);
        assertThat(documents(like)).containsExactly("三编〔2025〕21号", "三财预〔2025〕77号");
        says(reported, "411200240000000008295", 70_000, 0, "-7.00", "100.00");
        says(like, "411200260000000000001", 0, 1_200_000, "120.00", "");
        says(like, "41120025000000044003", 2_276_300, 2_526_300, "25.00", "10.98");
        says(like, "41120025000000045201", 702_000, 300_000, "-40.20", "57.26");
    }

    @Test
    void each_stage_of_the_year_has_its_total() throws IOException {
        assertThat(total("initial")).containsExactly(42_639_299_00L, 43_683_299_00L);
        assertThat(total("adjusted")).containsExactly(42_749_299_00L, 43_923_299_00L);
        assertThat(total("executed").getLast()).isEqualTo(43_394_935_00L);
        JsonNode finally_ = get(staff, COMPARED + "2025,2026&stage=final").at("/headline/0/amounts");
        assertThat(finally_.at("/0/known").booleanValue()).as("2025 stays open").isFalse();
        assertThat(finally_.at("/1/fen").longValue()).isEqualTo(43_394_935_00L);
    }

    @Test
    void the_accounts_say_budget_revised_budget_and_what_was_spent_and_what_became_of_the_rest() throws IOException {
        JsonNode accounts = get(staff, "/api/execution/411200-103-2026/accounts");

        JsonNode all = accounts.get("total");
        assertThat(all.get("initial").longValue()).isEqualTo(43_683_299_00L);
        assertThat(all.get("revised").longValue()).isEqualTo(43_923_299_00L);
        assertThat(all.get("executed").longValue()).isEqualTo(43_394_935_00L);
        assertThat(all.get("carriedOver").longValue()).isEqualTo(244_472_00L);
        assertThat(all.get("lapsed").longValue()).isEqualTo(283_892_00L);
        JsonNode office = rowOf(accounts.get("functions"), "2010302");
        assertThat(office.get("revised").longValue()).isEqualTo(7_397_300_00L);
        assertThat(office.get("executed").longValue()).isEqualTo(6_969_408_00L);
        assertThat(accounts.get("steps")).hasSize(8);
        assertThat(accounts.get("next").asText()).isEmpty();
    }

    @Test
    void what_is_in_effect_waits_or_was_refused_stands_in_its_list() throws IOException {
        assertThat(statuses("411200-103-2026"))
                .containsExactly(
                        "effective",
                        "effective",
                        "effective",
                        "effective",
                        "returned",
                        "effective",
                        "rejected",
                        "effective",
                        "effective");
        assertThat(statuses("411200-103-2025")).hasSize(12).endsWith("in-review", "in-review");
    }

    /** Moved 40,000 yuan of 43,683,299: what came from above or after an emergency does not count, nor what was taken back. */
    @Test
    void the_rates_that_the_department_states_are_those_of_the_ledger() throws IOException {
        assertThat(rates("411200-103-2026"))
                .containsEntry("budget-execution", "98.80%")
                .containsEntry("budget-adjustment", "0.09%")
                .containsEntry("carry-over", "1.20%")
                .containsEntry("three-publics", "96.26%")
                .containsEntry("monitored", "100.00%")
                .containsEntry("self-evaluated", "100.00%");
        assertThat(staff.get("/execute/411200-103-2026/self-evaluations").body())
                .contains("98.80%", "0.09%", "1.20%", "96.26%", "99.78");
    }

    @Test
    void nothing_is_left_on_any_project_once_the_year_is_closed() throws IOException {
        for (JsonNode project : get(staff, "/api/execution/411200-103-2026/projects")) {
            assertThat(project.get("available").longValue())
                    .as(project.get("code").asText())
                    .isZero();
        }
    }

    @Test
    void nothing_is_offered_any_more_where_the_year_is_closed() {
        assertThat(staff.get("/execute/411200-103-2025").body()).contains("/adjustments/new?from=");
        assertThat(staff.get("/execute/411200-103-2026").body()).doesNotContain("/adjustments/new");
        assertThat(staff.get("/execute/411200-103-2026/adjustments").body()).doesNotContain("/adjustments/new");
        assertThat(staff.get("/execute/411200-103-2025/adjustments/9").body()).contains("/adjustments/9/reversal");
        assertThat(staff.get("/execute/411200-103-2026/adjustments/8").body()).doesNotContain("/reversal");
        assertThat(staff.get("/execute/411200-103-2026/projects/41120025000000044003")
                        .body())
                .doesNotContain("/adjustment\"", "/adjustments/new");
        assertThat(staff.get("/execute/411200-103-2026/self-evaluations").body())
                .as("what became of the targets may still be said")
                .contains("action=\"/execute/411200-103-2026/self-evaluations");
    }

    @Test
    void whatever_the_year_is_called_it_says_that_it_is_invented() throws IOException {
        assertThat(anybody.get("/").body()).contains("河南省三门峡市人民政府办公室（2026年虚构）");
        get(staff, "/api/execution/411200-103-2026/adjustments")
                .forEach(document -> assertThat(document.get("reason").asText()).contains("虚构"));
        assertThat(staff.get("/execute/411200-103-2026/adjustments/2").body())
                .contains("市政府常务会议纪要（演示，虚构）", "关于调整部门预算的批复（演示，虚构）");
        assertThat(application
                        .context()
                        .getBean(BudgetCommands.class)
                        .current(InventedYear.BUDGET)
                        .budget()
                        .content()
                        .lines()
                        .values())
                .hasSize(54)
                .allSatisfy(line -> assertThat(line.note()).startsWith("演示，虚构"));
    }

    @Test
    void the_controls_hold_over_both_years() {
        assertThat(WholeLog.proved(application.context().getBean(EventLog.class), position -> {})
                        .findings())
                .isEmpty();
    }

    private static JsonNode get(Browsing who, String path) throws IOException {
        var answer = who.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<Long> total(String stage) throws IOException {
        List<Long> fen = new ArrayList<>();
        get(staff, COMPARED + "2025,2026&stage=" + stage)
                .at("/headline/0/amounts")
                .forEach(amount -> fen.add(amount.get("fen").longValue()));
        return fen;
    }

    private static List<String> printed(JsonNode row) {
        List<String> printed = new ArrayList<>();
        row.get("amounts").forEach(amount -> printed.add(amount.get("printed").asText()));
        return printed;
    }

    private static void nothingOf(JsonNode compared, String code) {
        compared.get("rows").forEach(row -> {
            if (row.get("code").asText().equals(code)) {
                row.get("amounts")
                        .forEach(amount ->
                                assertThat(amount.get("fen").longValue()).isZero());
            }
        });
    }

    private static List<String> documents(JsonNode compared) {
        List<String> documents = new ArrayList<>();
        compared.get("restatedBy")
                .forEach(one -> documents.add(one.at("/document/documentNumber").asText()));
        return documents;
    }

    private static List<String> statuses(String budget) throws IOException {
        List<String> statuses = new ArrayList<>();
        get(staff, "/api/execution/" + budget + "/adjustments")
                .forEach(one -> statuses.add(one.get("status").asText()));
        return statuses;
    }

    private static Map<String, String> rates(String budget) throws IOException {
        Map<String, String> rates = new TreeMap<>();
        get(staff, "/api/budgets/" + budget + "/performance")
                .get("indicators")
                .forEach(one ->
                        rates.put(one.get("id").asText(), one.get("value").asText()));
        return rates;
    }

    private static JsonNode rowOf(JsonNode rows, String code) {
        for (JsonNode row : rows) {
            if (row.get("code").asText().equals(code)) {
                return row;
            }
        }
        throw new AssertionError("no " + code + " in " + rows);
    }

    /** In yuan, and the change in 万元 and per cent; without a per cent where there was none before, or nothing differs. */
    private static void says(JsonNode compared, String code, long before, long after, String delta, String percent) {
        JsonNode row = rowOf(compared.get("rows"), code);
        assertThat(row.at("/amounts/0/fen").longValue()).as(code).isEqualTo(before * 100);
        assertThat(row.at("/amounts/1/fen").longValue()).as(code).isEqualTo(after * 100);
        assertThat(row.at("/changes/0/delta").asText()).as(code).isEqualTo(delta);
        assertThat(row.at("/changes/0/percent").asText()).as(code).isEqualTo(percent);
    }
}
