package org.mingzhang.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.YearSource;

/** The checks inside and between tables (tables.md §2), on exact fen; the numbers are those of that list. */
final class Checks {
    private static final List<String> INCOME = List.of("10", "12", "13", "20", "31", "34", "32", "33", "39");
    private static final List<Integer> BY_FUNCTION = List.of(3, 5, 9);
    private static final Map<String, Consumer<FilledTables>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "1 income of the year is the sum of its sources",
                t -> assertThat(income(t, "S1"))
                        .isEqualTo(
                                INCOME.stream().mapToLong(key -> income(t, key)).sum()));
        ALL.put(
                "2 a part is not more than the whole",
                t -> assertThat(income(t, "11")).isLessThanOrEqualTo(income(t, "10")));
        ALL.put(
                "3 total income adds what is carried over",
                t -> assertThat(income(t, "S2")).isEqualTo(income(t, "S1") + income(t, "C0")));
        ALL.put(
                "4 expenditure of the year is the sum of its classes",
                t -> assertThat(spent(t, "S1"))
                        .isEqualTo(t.classes().stream()
                                .mapToLong(key -> spent(t, key))
                                .sum()));
        ALL.put(
                "5 total expenditure adds what is left over",
                t -> assertThat(spent(t, "S2")).isEqualTo(spent(t, "S1") + spent(t, "C1")));
        ALL.put(
                "6 income pays for expenditure",
                t -> assertThat(income(t, "S2")).isEqualTo(spent(t, "S2")));
        ALL.put("7-9 parts of a row add up", Checks::rowsAddUp);
        ALL.put("10-11 totals are the sums of the rows", Checks::columnsAddUp);
        ALL.put("13 both sides of table 4", Checks::sidesOfFour);
        ALL.put("14-15 rows of table 4", Checks::rowsOfFour);
        ALL.put("16-18 table 6", Checks::six);
        ALL.put("20 table 8", Checks::eight);
        ALL.put("21-22 table 10", Checks::ten);
        ALL.put("23, 51 table 11", Checks::eleven);
        ALL.put("24, 50 table 12", Checks::twelve);
        ALL.put("27-28 tables 1 and 2", Checks::oneAndTwo);
        ALL.put("29-30 tables 1 and 3", Checks::oneAndThree);
        ALL.put("31 tables 1 and 4", Checks::oneAndFour);
        ALL.put("32-33 tables 4 and 5", Checks::fourAndFive);
        ALL.put("34 tables 4 and 9", t -> assertThat(four(t, "O", "支出/政府性基金")).isEqualTo(t.fen(9, "total", "合计")));
        ALL.put("35 table 5 is a part of table 3", Checks::fiveInThree);
        ALL.put("36-38 tables 5 and 6", Checks::fiveAndSix);
        ALL.put("45 table 7", Checks::seven);
        ALL.put("47 tables 3 and 10", Checks::threeAndTen);
        ALL.put("48 tables 5, 6 and 10", Checks::fiveSixAndTen);
        ALL.put("49 tables 10 and 12", Checks::tenAndTwelve);
    }

    private Checks() {}

    static void hold(FilledTables tables) {
        ALL.forEach((name, check) -> {
            try {
                check.accept(tables);
            } catch (AssertionError e) {
                throw new AssertionError("check " + name + ": " + e.getMessage(), e);
            }
        });
    }

    static int count() {
        return ALL.size();
    }

    private static void rowsAddUp(FilledTables t) {
        for (int table : BY_FUNCTION) {
            for (Table.Row row : t.table(table).rows()) {
                String key = row.key();
                long basic = t.fen(table, key, "基本支出/小计");
                long projects = t.fen(table, key, "项目支出/小计");
                assertThat(t.fen(table, key, "合计")).isEqualTo(basic + projects);
                assertThat(basic)
                        .isEqualTo(t.fen(table, key, "基本支出/人员经费/工资福利支出")
                                + t.fen(table, key, "基本支出/人员经费/对个人和家庭的补助")
                                + t.fen(table, key, "基本支出/公用经费/商品和服务支出")
                                + t.fen(table, key, "基本支出/公用经费/资本性支出"));
                assertThat(projects).isEqualTo(t.fen(table, key, "项目支出/其他运转类") + t.fen(table, key, "项目支出/特定目标类"));
            }
        }
    }

    private static void columnsAddUp(FilledTables t) {
        for (int table : List.of(3, 5, 6, 9, 10)) {
            for (String column : t.moneyColumns(table)) {
                assertThat(t.fen(table, "total", column)).isEqualTo(t.sum(table, Table.RowKind.ITEM, column));
                if (table != 6) {
                    assertThat(t.fen(table, t.owner(), column)).isEqualTo(t.fen(table, "total", column));
                }
            }
        }
    }

    private static void sidesOfFour(FilledTables t) {
        long income = t.panel(4, 0, "S", "收入/金额");
        assertThat(income).isEqualTo(t.panel(4, 0, "I", "收入/金额") + t.panel(4, 0, "II", "收入/金额"));
        assertThat(four(t, "S", "支出/合计")).isEqualTo(four(t, "O", "支出/合计") + four(t, "C", "支出/合计"));
        assertThat(income).isEqualTo(four(t, "S", "支出/合计"));
    }

    private static void rowsOfFour(FilledTables t) {
        for (String key : with(t.classes(), "O", "S")) {
            long general = four(t, key, "支出/一般公共预算/小计");
            assertThat(four(t, key, "支出/合计"))
                    .isEqualTo(general + four(t, key, "支出/政府性基金") + four(t, key, "支出/国有资本经营预算"));
            assertThat(four(t, key, "支出/一般公共预算/其中：财政拨款")).isLessThanOrEqualTo(general);
        }
    }

    private static void six(FilledTables t) {
        for (String row : t.rows(6, Table.RowKind.ITEM)) {
            long personnel = t.fen(6, row, "本年一般公共预算基本支出/人员经费");
            long operating = t.fen(6, row, "本年一般公共预算基本支出/公用经费");
            assertThat(t.fen(6, row, "本年一般公共预算基本支出/合计")).isEqualTo(personnel + operating);
            boolean person = row.startsWith("301") || row.startsWith("303");
            assertThat(person ? operating : personnel).isZero();
            assertThat(person ? personnel : operating).isNotZero();
        }
    }

    private static void eight(FilledTables t) {
        long vehicles = t.fen(8, "total", "公务用车购置及运行费/小计");
        assertThat(t.fen(8, "total", "“三公”经费合计"))
                .isEqualTo(t.fen(8, "total", "因公出国（境）费") + vehicles + t.fen(8, "total", "公务接待费"));
        assertThat(vehicles)
                .isEqualTo(t.fen(8, "total", "公务用车购置及运行费/公务用车购置费") + t.fen(8, "total", "公务用车购置及运行费/公务用车运行费"));
    }

    private static void ten(FilledTables t) {
        for (Table.Row row : t.table(10).rows()) {
            long funds = t.moneyColumns(10).stream()
                    .filter(column -> !column.equals("合计"))
                    .mapToLong(column -> t.fen(10, row.key(), column))
                    .sum();
            assertThat(t.fen(10, row.key(), "合计")).isEqualTo(funds);
        }
    }

    private static void eleven(FilledTables t) {
        long total = t.fen(11, "budget", "c3");
        assertThat(total)
                .isEqualTo(t.fen(11, "government-money", "c3")
                        + t.fen(11, "special-account", "c3")
                        + t.fen(11, "own-funds", "c3"))
                .isEqualTo(t.fen(11, "basic", "c3") + t.fen(11, "project", "c3"))
                .isEqualTo(spent(t, "S2"));
        assertThat(t.fen(11, "basic", "c3")).isEqualTo(t.fen(3, "total", "基本支出/小计"));
        assertThat(t.fen(11, "project", "c3")).isEqualTo(t.fen(3, "total", "项目支出/小计"));
    }

    private static void twelve(FilledTables t) {
        String total = "项目金额/资金总额";
        for (Table.Row row : t.table(12).rows()) {
            long funds = t.moneyColumns(12).stream()
                    .filter(column -> !column.equals(total))
                    .mapToLong(column -> t.fen(12, row.key(), column))
                    .sum();
            assertThat(t.fen(12, row.key(), total)).isEqualTo(funds);
        }
        for (String unit : t.rows(12, Table.RowKind.SUBTOTAL)) {
            String code = unit.substring(4);
            assertThat(t.fen(12, unit, total))
                    .isEqualTo(t.rows(12, Table.RowKind.ITEM).stream()
                            .filter(row -> row.startsWith(code + "/"))
                            .mapToLong(row -> t.fen(12, row, total))
                            .sum());
        }
        long units = t.sum(12, Table.RowKind.SUBTOTAL, total);
        assertThat(units).isEqualTo(t.fen(3, "total", "项目支出/小计"));
        if (!t.rows(12, Table.RowKind.TOTAL).isEmpty()) {
            assertThat(t.sum(12, Table.RowKind.TOTAL, total)).isEqualTo(units);
        }
    }

    private static void oneAndTwo(FilledTables t) {
        Map<String, String> columns = Map.of(
                "10", "本年收入/一般公共预算/小计",
                "11", "本年收入/一般公共预算/其中：财政拨款",
                "12", "本年收入/政府性基金预算",
                "13", "本年收入/国有资本经营预算",
                "20", "本年收入/财政专户管理资金",
                "31", "本年收入/事业收入",
                "34", "本年收入/事业单位经营收入",
                "32", "本年收入/上级补助收入",
                "33", "本年收入/附属单位上缴收入",
                "39", "本年收入/其他收入");
        columns.forEach((row, column) -> assertThat(income(t, row)).isEqualTo(t.fen(2, "total", column)));
        assertThat(income(t, "S2")).isEqualTo(t.fen(2, "total", "合计"));
        assertThat(income(t, "C0")).isEqualTo(t.fen(2, "total", "上年结转结余/小计"));
        t.moneyColumns(2)
                .forEach(column ->
                        assertThat(t.fen(2, "total", column)).isEqualTo(t.sum(2, Table.RowKind.ITEM, column)));
    }

    private static void oneAndThree(FilledTables t) {
        assertThat(spent(t, "S1")).isEqualTo(t.fen(3, "total", "合计"));
        t.classes().forEach(key -> assertThat(spent(t, key)).isEqualTo(t.ofClass(3, key, "合计")));
    }

    private static void oneAndFour(FilledTables t) {
        boolean onlyGovernment = t.without(line -> !line.classification().fund().isGovernmentMoney());
        for (String key : t.classes()) {
            assertThat(four(t, key, "支出/合计")).isLessThanOrEqualTo(spent(t, key));
            if (onlyGovernment) {
                assertThat(four(t, key, "支出/合计")).isEqualTo(spent(t, key));
            }
        }
    }

    /** Table 5 is the appropriated part; it is the whole budget when nothing else is in it. */
    private static void fourAndFive(FilledTables t) {
        boolean onlyAppropriated = onlyAppropriated(t);
        for (String key : t.classes()) {
            long five = t.ofClass(5, key, "合计");
            assertThat(four(t, key, "支出/一般公共预算/其中：财政拨款")).isEqualTo(five);
            if (onlyAppropriated) {
                assertThat(four(t, key, "支出/一般公共预算/小计")).isEqualTo(five);
            }
        }
        assertThat(four(t, "O", "支出/一般公共预算/其中：财政拨款")).isEqualTo(t.fen(5, "total", "合计"));
    }

    private static void fiveInThree(FilledTables t) {
        for (Table.Row row : t.table(5).rows()) {
            t.moneyColumns(5)
                    .forEach(column ->
                            assertThat(t.fen(5, row.key(), column)).isLessThanOrEqualTo(t.fen(3, row.key(), column)));
        }
    }

    private static void fiveAndSix(FilledTables t) {
        assertThat(t.fen(5, "total", "基本支出/小计")).isEqualTo(t.fen(6, "total", "本年一般公共预算基本支出/合计"));
        assertThat(t.fen(5, "total", "基本支出/人员经费/工资福利支出") + t.fen(5, "total", "基本支出/人员经费/对个人和家庭的补助"))
                .isEqualTo(t.fen(6, "total", "本年一般公共预算基本支出/人员经费"));
        assertThat(t.fen(5, "total", "基本支出/公用经费/商品和服务支出") + t.fen(5, "total", "基本支出/公用经费/资本性支出"))
                .isEqualTo(t.fen(6, "total", "本年一般公共预算基本支出/公用经费"));
    }

    private static void seven(FilledTables t) {
        assertThat(t.fen(7, "total", "总计")).isEqualTo(t.fen(3, "total", "合计"));
        for (String column : t.moneyColumns(7)) {
            assertThat(t.sum(7, Table.RowKind.SUBTOTAL, column)).isEqualTo(t.fen(7, "total", column));
            assertThat(t.sum(7, Table.RowKind.ITEM, column)).isEqualTo(t.fen(7, "total", column));
        }
        for (Table.Row row : t.table(7).rows()) {
            long sources = t.moneyColumns(7).stream()
                    .filter(column -> !column.equals("总计") && !column.endsWith("其中：财政拨款"))
                    .mapToLong(column -> t.fen(7, row.key(), column))
                    .sum();
            assertThat(t.fen(7, row.key(), "总计")).isEqualTo(sources);
        }
    }

    private static void threeAndTen(FilledTables t) {
        assertThat(t.fen(3, "total", "项目支出/小计")).isEqualTo(t.fen(10, "total", "合计"));
        for (String category : List.of("其他运转类", "特定目标类")) {
            long byKind = t.table(10).rows().stream()
                    .filter(row -> row.cells().getFirst().equals(Table.Cell.Text.of(category)))
                    .mapToLong(row -> t.fen(10, row.key(), "合计"))
                    .sum();
            assertThat(t.fen(3, "total", "项目支出/" + category)).isEqualTo(byKind);
        }
    }

    private static void fiveSixAndTen(FilledTables t) {
        long both = t.fen(10, "total", "本年拨款/一般公共预算") + t.fen(6, "total", "本年一般公共预算基本支出/合计");
        assertThat(t.fen(5, "total", "合计")).isLessThanOrEqualTo(both);
        if (onlyAppropriated(t)) {
            assertThat(t.fen(5, "total", "合计")).isEqualTo(both);
        }
    }

    private static void tenAndTwelve(FilledTables t) {
        Map<String, Long> ten = new LinkedHashMap<>();
        t.rows(10, Table.RowKind.ITEM).forEach(row -> ten.put(last(row), t.fen(10, row, "合计")));
        Map<String, Long> twelve = new LinkedHashMap<>();
        t.rows(12, Table.RowKind.ITEM).forEach(row -> twelve.put(last(row), t.fen(12, row, "项目金额/资金总额")));
        assertThat(ten).isEqualTo(twelve);
        assertThat(ten).hasSize(t.rows(10, Table.RowKind.ITEM).size());
    }

    private static boolean onlyAppropriated(FilledTables t) {
        return t.without(line -> line.classification() instanceof Expenditure of
                && of.fund() == FundType.GENERAL_PUBLIC
                && (of.source() != YearSource.CURRENT || !of.appropriated()));
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static List<String> with(List<String> keys, String... more) {
        List<String> all = new ArrayList<>(keys);
        all.addAll(List.of(more));
        return all;
    }

    private static long income(FilledTables t, String key) {
        return t.panel(1, 0, key, "收入/金额");
    }

    private static long spent(FilledTables t, String key) {
        return t.panel(1, 1, key, "支出/金额");
    }

    private static long four(FilledTables t, String key, String column) {
        return t.panel(4, 1, key, column);
    }
}
