package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.application.pages.WaterDepartment.UNITS;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing fits the sample only: an invented department of every fund, as the public reads it after publication. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SecondDepartmentTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Integer> TABLES =
            IntStream.rangeClosed(1, 12).boxed().toList();
    private static final String DEPARTMENT = "department";
    private static final String WITHOUT_MONEY = "207004";

    @TempDir
    static Path data;

    private static OpenDatabase database;
    private static RunningApplication application;

    @Parameter
    TestDatabase kind;

    @BeforeParameterizedClassInvocation
    static void publish(TestDatabase kind) {
        database = kind.open();
        application = switch (kind) {
            case H2 -> RunningApplication.start(data, false);
            case POSTGRESQL ->
                RunningApplication.start(
                        data,
                        false,
                        "--spring.profiles.active=postgres",
                        "--MINGZHANG_DB_URL=" + database.url(),
                        "--MINGZHANG_DB_USER=postgres",
                        "--MINGZHANG_DB_PASSWORD=postgres");
        };
        new WaterDepartment(application.context().getBean(BudgetCommands.class))
                .publish(application.context().getBean(RenderedTables.class));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        application.close();
        database.close();
    }

    @Test
    void both_sides_of_the_whole_are_equal_with_what_was_carried_over() {
        Map<String, Long> whole = amounts(1, DEPARTMENT);
        assertThat(whole)
                .containsEntry("S1|S1 收入/金额", 1_393_729_784L)
                .containsEntry("C0|C1 收入/金额", 117_666_533L)
                .containsEntry("S2|S2 收入/金额", 1_511_396_317L)
                .containsEntry("S2|S2 支出/金额", 1_511_396_317L);
        Map<String, Long> appropriated = amounts(4, DEPARTMENT);
        assertThat(appropriated.get("S|S 收入/金额"))
                .isEqualTo(appropriated.get("S|S 支出/合计"))
                .isEqualTo(1_496_161_905L);
    }

    @Test
    void the_units_add_up_to_the_department_to_the_fen_in_every_cell_of_every_table() {
        for (int table : TABLES) {
            Map<String, Long> department = amounts(table, DEPARTMENT);
            department.keySet().removeIf(cell -> onlyOfTheDepartment(table, cell));
            Map<String, Long> units = new TreeMap<>();
            for (String unit : UNITS) {
                amounts(table, unit)
                        .forEach((cell, fen) -> units.merge(ofDepartment(cell, table, unit), fen, Long::sum));
            }
            assertThat(department).as("table %d on %s", table, kind).isEqualTo(units);
            assertThat(department.values()).as("table %d", table).anyMatch(fen -> fen > 0);
        }
    }

    @Test
    void every_column_of_the_tables_of_expenditure_has_money() {
        assertThat(ofRow(3, "total")).hasSize(9);
        assertThat(ofRow(7, "total"))
                .hasSize(8)
                .containsEntry("总计", 1_511_396_317L)
                .containsEntry("上年结转结余", 117_666_533L);
        assertThat(ofRow(8, "total"))
                .containsEntry("因公出国（境）费", 10_000_002L)
                .containsEntry("公务用车购置及运行费/公务用车购置费", 18_000_001L)
                .containsEntry("公务用车购置及运行费/公务用车运行费", 9_000_001L)
                .containsEntry("公务接待费", 1_500_003L)
                .containsEntry("“三公”经费合计", 38_500_007L);
        assertThat(ofRow(9, "total")).containsEntry("合计", 570_000_010L);
        assertThat(ofRow(10, "total")).hasSize(9).containsEntry("单位资金", 4_000_003L);
    }

    @Test
    void rows_walk_the_units_by_code_whatever_the_order_of_entry() {
        assertThat(keys(3))
                .containsExactly(
                        "total",
                        "207",
                        "207/2080501",
                        "207/2080505",
                        "207/2101101",
                        "207/2120899",
                        "207/2130301",
                        "207/2130305",
                        "207/2210201",
                        "207/2230301",
                        "207/2130309",
                        "207/2101102",
                        "207/2130312",
                        "207/2130313");
        assertThat(keys(10))
                .extracting(key -> key.substring(key.length() - 3))
                .containsExactly("tal", "207", "101", "102", "201", "301");
    }

    @Test
    void a_unit_without_money_has_every_table_empty_and_the_last_note_says_why() {
        for (int table : TABLES) {
            JsonNode empty = table(table, WITHOUT_MONEY, "initial");
            JsonNode notes = empty.get("notes");
            assertThat(empty.get("empty").asBoolean()).as("table %d", table).isTrue();
            assertThat(notes.get(notes.size() - 1).asString())
                    .startsWith(table == 8 || table == 9 ? "说明：本单位2025年度没有" : "本单位2025年度没有")
                    .endsWith("故本表无数据。");
            assertThat(page(table, "?scope=" + WITHOUT_MONEY)).contains("故本表无数据。");
        }
        assertThat(table(9, "207002", "initial").get("empty").asBoolean()).isTrue();
    }

    @Test
    void every_table_says_which_measure_it_shows() {
        for (int table : TABLES) {
            for (Map.Entry<String, String> basis :
                    Map.of("initial", "年初预算", "adjusted", "调整后预算").entrySet()) {
                assertThat(table(table, DEPARTMENT, basis.getKey())
                                .get("basisLabel")
                                .asString())
                        .isEqualTo(basis.getValue());
                assertThat(page(table, "?basis=" + basis.getKey())).contains("口径：" + basis.getValue());
            }
            assertThat(table(table, DEPARTMENT, "adjusted").get("rows"))
                    .isEqualTo(table(table, DEPARTMENT, "initial").get("rows"));
            HttpResponse<String> executed = new Browsing(application.address())
                    .get("/budgets/" + WaterDepartment.BUDGET + "/tables/" + table + "?basis=executed");
            assertThat(executed.statusCode()).isEqualTo(404);
            assertThat(executed.body())
                    .as("what nobody published is not nothing")
                    .contains("执行数还没有公开")
                    .doesNotContain("故本表无数据");
        }
    }

    @Test
    void an_amount_too_small_for_the_unit_of_money_is_blank_and_not_0_00() {
        JsonNode row = row(table(1, DEPARTMENT, "initial"), "39|210");
        assertThat(row.get("cells").get(1).get("fen").asLong()).isEqualTo(4_001);
        for (int table : TABLES) {
            for (JsonNode line : table(table, DEPARTMENT, "initial").get("rows")) {
                line.get("cells")
                        .forEach(cell -> assertThat(cell.get("text").asString()).isNotEqualTo("0.00"));
            }
            assertThat(read("/tables/" + table + ".csv").lines().flatMap(line -> List.of(line.split(",")).stream()))
                    .doesNotContain("0.00");
        }
    }

    /** Rows of the whole department stand over rows of its units only where it has several. */
    private static boolean onlyOfTheDepartment(int table, String cell) {
        return (table == 2 || table == 12) && cell.startsWith("207 ");
    }

    /** The cell of the department's table that a cell of a unit's table is part of. */
    private static String ofDepartment(String cell, int table, String unit) {
        return table != 12 && cell.startsWith(unit) ? "207" + cell.substring(unit.length()) : cell;
    }

    /** Amounts that are not nil, by the keys of row and column. */
    private static Map<String, Long> amounts(int table, String scope) {
        JsonNode found = table(table, scope, "initial");
        Map<String, Long> amounts = new TreeMap<>();
        for (JsonNode row : found.get("rows")) {
            for (int column = 0; column < row.get("cells").size(); column++) {
                JsonNode fen = row.get("cells").get(column).path("fen");
                if (fen.asLong(0) != 0) {
                    String key = row.get("key").asString() + " "
                            + found.get("columns").get(column).get("key").asString();
                    assertThat(amounts.put(key, fen.asLong())).as(key).isNull();
                }
            }
        }
        return amounts;
    }

    private static Map<String, Long> ofRow(int table, String row) {
        Map<String, Long> found = new TreeMap<>();
        amounts(table, DEPARTMENT).forEach((cell, fen) -> {
            if (cell.startsWith(row + " ")) {
                found.put(cell.substring(row.length() + 1), fen);
            }
        });
        return found;
    }

    private static List<String> keys(int table) {
        return table(table, DEPARTMENT, "initial")
                .get("rows")
                .valueStream()
                .map(row -> row.get("key").asString())
                .toList();
    }

    private static JsonNode row(JsonNode table, String key) {
        return table.get("rows")
                .valueStream()
                .filter(row -> row.get("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode table(int number, String scope, String basis) {
        return JSON.readTree(read("/tables/" + number + "?scope=" + scope + "&basis=" + basis));
    }

    private static String read(String tail) {
        return answered(new Browsing(application.address()).program("/api/budgets/" + WaterDepartment.BUDGET + tail));
    }

    private static String page(int number, String query) {
        return answered(new Browsing(application.address())
                .get("/budgets/" + WaterDepartment.BUDGET + "/tables/" + number + query));
    }

    private static String answered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
