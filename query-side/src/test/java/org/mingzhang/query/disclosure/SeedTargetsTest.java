package org.mingzhang.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;

/** Table 12 cell by cell: laid out anew from the transcribed indicators, and found line by line in the source's text. */
class SeedTargetsTest {
    private static final List<String> LEVELS = List.of("成本指标", "产出指标", "效益指标", "满意度指标");
    private static final Table TABLE =
            Tabulator.fill(TableCatalogue.shipped().template(12).orElseThrow(), SampleFacts.load(), Scope.DEPARTMENT);

    @Test
    void every_printed_cell_of_table_twelve_is_reproduced() {
        List<List<String>> printed = TABLE.rows().stream()
                .map(row -> row.cells().stream()
                        .map(cell -> Table.print(cell, AmountUnit.WAN_YUAN))
                        .toList())
                .toList();
        List<List<String>> expected = expected();
        assertThat(printed).isEqualTo(expected);
        assertThat(expected.stream().mapToInt(List::size).sum()).isEqualTo(812);
    }

    @Test
    void the_heads_of_table_twelve_are_those_of_the_source() {
        List<String> heads = TABLE.head().stream()
                .flatMap(List::stream)
                .map(head -> Table.text(head.text(), AmountUnit.WAN_YUAN))
                .toList();
        List<List<String>> published = published();
        int first = 0;
        while (!published.get(first).contains("单位编码（项目编码）")) {
            first++;
        }
        // The dump prints a head that reaches down over two lines on the lower one.
        assertThat(heads)
                .containsExactlyInAnyOrderElementsOf(published.subList(first, first + 3).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    /**
     * Two lines differ, because the transcription mends what the source misprints (tables.md S7 and S8): a satisfaction
     * indicator that stands among the benefits, and a name that swallowed the indicator above it.
     */
    @Test
    void every_other_line_of_table_twelve_stands_in_the_source_word_for_word() {
        List<List<String>> published = published();
        List<String> missing = new ArrayList<>();
        for (Table.Row row : TABLE.rows()) {
            List<String> words = row.cells().stream()
                    .map(cell -> Table.print(cell, AmountUnit.WAN_YUAN))
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (!published.contains(words)) {
                missing.add(row.key());
            }
        }
        assertThat(missing).containsExactly("103001/41120025000000044401/2", "103005/411200240000000191203/2");
    }

    private static List<List<String>> published() {
        String source = SampleFacts.text("published-disclosure.txt");
        return source.substring(source.lastIndexOf("项目绩效目标汇总表"))
                .lines()
                .map(SeedTargetsTest::words)
                .toList();
    }

    private static List<String> words(String line) {
        return List.of(line.split("\t+")).stream()
                .filter(word -> !word.isBlank())
                .toList();
    }

    /** The layout by hand: department, then each unit with its projects by code, indicators in four columns. */
    private static List<List<String>> expected() {
        Map<String, Map<String, List<CSVRecord>>> units = new TreeMap<>();
        String unit = "";
        for (CSVRecord row : SampleFacts.csv("project-indicators.csv")) {
            unit = row.get("implementingUnitCode").isEmpty() ? unit : row.get("implementingUnitCode");
            units.computeIfAbsent(unit, code -> new TreeMap<>())
                    .computeIfAbsent(row.get("projectCode"), code -> new ArrayList<>())
                    .add(row);
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(money(
                "103",
                "市人民政府办公室",
                sum(units.values().stream().flatMap(unitProjects -> unitProjects.values().stream()))));
        units.forEach((code, projects) -> {
            CSVRecord any = projects.values().iterator().next().getFirst();
            rows.add(money(code, any.get("implementingUnit"), sum(projects.values().stream())));
            projects.values().forEach(indicators -> project(indicators, rows));
        });
        return rows;
    }

    private static String sum(Stream<List<CSVRecord>> projects) {
        return AmountUnit.WAN_YUAN.print(Amount.sum(projects.map(List::getFirst)
                .map(row -> AmountUnit.WAN_YUAN.parse(row.get("amountWan")))
                .toList()));
    }

    private static void project(List<CSVRecord> indicators, List<List<String>> rows) {
        Map<String, List<CSVRecord>> byLevel = new LinkedHashMap<>();
        indicators.forEach(row -> byLevel.computeIfAbsent(row.get("category"), level -> new ArrayList<>())
                .add(row));
        CSVRecord head = indicators.getFirst();
        int lines = byLevel.values().stream().mapToInt(List::size).max().orElseThrow();
        for (int line = 0; line < lines; line++) {
            List<String> row = line == 0
                    ? money(head.get("projectCode"), head.get("projectName"), head.get("amountWan"))
                    : money("", "", "");
            for (int level = 0; level < LEVELS.size(); level++) {
                List<CSVRecord> column = byLevel.getOrDefault(LEVELS.get(level), List.of());
                if (line < column.size()) {
                    row.set(6 + 2 * level, column.get(line).get("indicator"));
                    row.set(7 + 2 * level, column.get(line).get("target"));
                }
            }
            rows.add(row);
        }
    }

    private static List<String> money(String code, String name, String amount) {
        List<String> row = new ArrayList<>(List.of(code, name, amount, amount));
        while (row.size() < 14) {
            row.add("");
        }
        return row;
    }
}
