package org.mingzhang.query.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A template that is not understood whole stops the start, with file and line. */
class TemplateReaderTest {
    private static final String SOUND = """
            number: 90
            version: "1"
            name: 小表
            title: "{year}年小表"
            basis: ["某规定第一条"]
            emptyNote: 无
            where: {fund: GENERAL_PUBLIC}
            columns:
              - {head: 名称, text: left}
              - head: 支出
                columns:
                  - {head: 基本, sum: {kind: basic}}
                  - {head: 项目, sum: {kind: project}}
            rows:
              - {key: total, kind: total, texts: {名称: 合计}}
              - {each: function, order: code, key: "{function}", texts: {名称: "{function.name}"}}
            """;

    @Test
    void a_sound_template_is_read() {
        TableTemplate template = TableCatalogue.template("sound.yaml", SOUND);
        Table table = Tabulator.fill(template, SampleFacts.load(), Scope.DEPARTMENT);
        assertThat(table.title()).isEqualTo("2025年小表");
        assertThat(table.rows()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: \"1\"          | versoin: \"1\"            | t.yaml:1: the key version is missing",
                "emptyNote: 无           | emptyNote: 无\\nlook: nice | t.yaml:7: unknown key look",
                "basis: [\"某规定第一条\"]     | basis: []                | t.yaml:5: the legal basis is missing",
                "name: 小表              | name: 小表\\nname: 大表     | t.yaml:4: the key 'name' stands twice",
                "fund: GENERAL_PUBLIC   | found: GENERAL_PUBLIC    | t.yaml:7: facts of this side do not know found",
                "fund: GENERAL_PUBLIC   | fund: GENERAL            | t.yaml:7: fund is never GENERAL",
                "fund: GENERAL_PUBLIC   | revenue: GENERAL_PUBLIC  | t.yaml:7: facts of this side do not know revenue",
                "kind: basic            | kind: basics             | t.yaml:12: kind is never basics",
                "each: function         | each: functoin           | t.yaml:16: facts of this side do not know functoin",
                "order: code            | order: random            | t.yaml:16: order cannot be random",
                "{function.name}        | {unit.name}              | t.yaml:16: unknown placeholder {unit.name}",
                "{year}年               | {yeer}年                 | t.yaml:4: unknown placeholder {yeer}",
                "texts: {名称: 合计}      | texts: {名字: 合计}        | t.yaml:15: there is no column of texts 名字",
                "texts: {名称: 合计}      | texts: {支出/基本: 合计}    | t.yaml:15: there is no column of texts 支出/基本",
                "head: 项目             | head: 基本               | t.yaml:9: two columns have the key 支出/基本",
                "text: left             | text: right              | t.yaml:9: text cannot be right",
                "number: 90             | number: ninety           | t.yaml:1: number must be a number, not ninety",
                "columns:\\n  - {head: 名 | columns: [\\n  - {head: 名 | t.yaml:9: not YAML",
            })
    void a_fault_is_named_with_file_and_line(String sound, String faulty, String message) {
        String text = sound.replace("\\n", "\n");
        assertThat(SOUND).contains(text);
        String broken = SOUND.replaceFirst(java.util.regex.Pattern.quote(text), faulty.replace("\\n", "\n"));
        assertThatThrownBy(() -> TableCatalogue.template("t.yaml", broken))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_form_whose_row_is_too_narrow_is_refused() {
        String form = """
                number: 91
                version: "1"
                name: 表
                title: 表
                basis: 某规定
                emptyNote: 无
                form:
                  columns: 3
                  rows:
                    - {key: a, cells: [{text: x, span: 2}]}
                """;
        assertThatThrownBy(() -> TableCatalogue.template("f.yaml", form))
                .hasMessage("f.yaml:10: the cells of this row do not cover 3 columns");
    }

    @Test
    void a_locality_changes_a_few_keys_and_the_version_says_so() {
        TableCatalogue local = TableCatalogue.shipped().overlaid("somewhere.yaml", """
                version: somewhere-1
                basis: 某市部门预算公开表式（2025）
                tables:
                  - number: 3
                    title: "{year}年支出总表"
                    rows:
                      - {key: "{scope}/{function}", order: code}
                  - number: 4
                    panels:
                      - facts: expenditure
                        top:
                          - {key: "209", label: （九）社会保险基金支出}
                """);
        Table three = Tabulator.fill(local.template(3).orElseThrow(), SampleFacts.load(), Scope.DEPARTMENT);
        assertThat(three.title()).isEqualTo("2025年支出总表");
        assertThat(three.version()).isEqualTo("2025.1+somewhere-1");
        assertThat(three.rows().stream().skip(2).map(Table.Row::key)).isSorted();
        Table four = Tabulator.fill(local.template(4).orElseThrow(), SampleFacts.load(), Scope.DEPARTMENT);
        assertThat(four.rows().get(9).cells().get(2)).isEqualTo(Table.Cell.Text.of("（九）社会保险基金支出"));
        assertThat(four.amount("S|S", "支出/合计"))
                .isEqualTo(Tabulator.fill(
                                TableCatalogue.shipped().template(4).orElseThrow(),
                                SampleFacts.load(),
                                Scope.DEPARTMENT)
                        .amount("S|S", "支出/合计"));
        assertThat(local.template(5).orElseThrow().version()).isEqualTo("2025.1");
    }

    @Test
    void an_overlay_that_fits_nothing_is_refused_where_it_stands() {
        assertOverlay("rows:\n      - {key: nowhere, order: code}", "o.yaml:6: the template has no key 'nowhere'");
        assertOverlay("titel: x", "o.yaml:5: unknown key titel");
        assertOverlay("where: {fund: GOLD}", "o.yaml:5: fund is never GOLD");
        assertThatThrownBy(() -> TableCatalogue.shipped().overlaid("o.yaml", "version: 1\ntables: []"))
                .hasMessage("o.yaml:1: the key basis is missing");
    }

    @Test
    void every_shipped_template_states_basis_version_and_what_to_say_when_empty() {
        assertThat(TableCatalogue.shipped().templates()).hasSize(12).allSatisfy(template -> {
            assertThat(template.basis()).isNotEmpty();
            assertThat(template.version()).isNotBlank();
            assertThat(template.emptyNote()).isNotBlank();
        });
    }

    private static void assertOverlay(String change, String message) {
        String overlay = "version: 1\nbasis: x\ntables:\n  - number: 3\n    " + change + "\n";
        assertThatThrownBy(() -> TableCatalogue.shipped().overlaid("o.yaml", overlay))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }
}
